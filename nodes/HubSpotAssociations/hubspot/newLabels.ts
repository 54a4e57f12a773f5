import { idOf, resultsOf, type Answer } from './answer';
import type { BatchCall } from './batchCall';
import { pathOfLabels, type HubSpotRequest } from './endpoints';
import { succeed, type Outcome } from './failure';
import { labelsIn, readLabelsRequest, type AssociationLabel } from './labels';
import { typeIdOf, type ObjectPair } from './objectTypes';
import { reverseOf } from './recordPair';
import { settleInputs, type Blame } from './settle';
import type { ApiVersion } from './versions';

/** A label that is to be made. */
export interface NewLabel {
	readonly pair: ObjectPair;
	/** HubSpot's internal name of the label. */
	readonly name: string;
	readonly label: string;
	/** How the label reads from the second object; absent: the same both ways. */
	readonly inverseLabel?: string;
}

/** The association types of a label that was made, one for each direction. */
export interface CreatedLabel {
	/** As HubSpot answered them, in no certain order. */
	readonly types: readonly AssociationLabel[];
	/** From the first object to the second; absent where the answer does not tell the directions apart. */
	readonly forward?: AssociationLabel;
}

type Send = (request: HubSpotRequest) => Promise<Outcome<Answer>>;

const NO_BLAME: Blame = { surely: new Map(), perhaps: new Map(), unplaced: [], namesOthers: false };

/**
 * POST …/{from}/{to}/labels: makes one label. HubSpot is not known to refuse a second one of the same
 * text, so a request whose answer was lost is read back before it is repeated.
 * @param send for reading back
 */
export function createLabelCall(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
): BatchCall<NewLabel, CreatedLabel> {
	return {
		name: 'createLabel',
		maximum: 1,
		request: ([{ name, label, inverseLabel }]) => ({
			method: 'POST',
			path: pathOfLabels(version, pair),
			body: { name, label, ...(inverseLabel === undefined ? {} : { inverseLabel }) },
		}),
		settle: (inputs, answer) =>
			settleInputs(inputs, (input) => createdLabel(input, answer), NO_BLAME),
		blamed: () => [],
		mustReadBack: true,
		readBack: async ([input]) => {
			const forward = await findLabels(send, version, pair, input.label);
			if (!forward.ok) return forward;
			if (forward.value.length === 0) return succeed([undefined]);
			const text = input.inverseLabel ?? input.label;
			const inverse = await findLabels(send, version, reverseOf(pair), text);
			return inverse.ok ? succeed([foundLabel(forward.value, inverse.value)]) : inverse;
		},
	};
}

/**
 * HubSpot makes both directions at once, so that a label without the other text is another one. Of
 * several types with one text it is not known which are the label's.
 */
function foundLabel(
	forwards: readonly AssociationLabel[],
	inverses: readonly AssociationLabel[],
): CreatedLabel | undefined {
	if (inverses.length === 0) return undefined;
	if (forwards.length > 1) return { types: [] };
	const [forward] = forwards;
	return { forward, types: inverses.length > 1 ? [forward] : [forward, inverses[0]] };
}

/** Which of the types is from the first object to the second, by the labels of that direction. */
export function withDirection(
	created: CreatedLabel,
	labels: readonly AssociationLabel[],
): CreatedLabel {
	return { ...created, forward: created.types.find((type) => labels.some((l) => isSame(l, type))) };
}

/**
 * The type of the other direction: the same one where HubSpot made only one, since the label reads
 * alike between records of one object.
 */
export function inverseOf(
	{ pair, label, inverseLabel = label }: NewLabel,
	{ types, forward }: CreatedLabel,
): AssociationLabel | undefined {
	if (forward === undefined) return undefined;
	const isAlike = pair.from.key === pair.to.key && label === inverseLabel;
	return types.find((type) => !isSame(type, forward)) ?? (isAlike ? forward : undefined);
}

function createdLabel(input: NewLabel, answer: Answer): CreatedLabel | undefined {
	const types = labelsIn(answer);
	if (types.length === 0) return undefined;
	return { types, forward: forwardByObjects(input, answer) ?? forwardByText(input, types) };
}

/** The document allows the object types in each result; where they are there, they decide. */
function forwardByObjects({ pair }: NewLabel, answer: Answer): AssociationLabel | undefined {
	if (pair.from.key === pair.to.key) return undefined;
	const forward = resultsOf(answer).filter(
		({ fromObjectTypeId, toObjectTypeId }) =>
			idOf(fromObjectTypeId) === (typeIdOf(pair.from) ?? '') &&
			idOf(toObjectTypeId) === (typeIdOf(pair.to) ?? ''),
	);
	return labelsIn({ ...answer, body: { results: forward } })[0];
}

function forwardByText(
	{ label, inverseLabel = label }: NewLabel,
	types: readonly AssociationLabel[],
): AssociationLabel | undefined {
	if (types.length === 1) return types[0];
	return label === inverseLabel ? undefined : types.find((type) => type.label === label);
}

async function findLabels(
	send: Send,
	version: ApiVersion,
	pair: ObjectPair,
	label: string,
): Promise<Outcome<AssociationLabel[]>> {
	const answer = await send(readLabelsRequest(version, pair));
	if (!answer.ok) return answer;
	return succeed(
		labelsIn(answer.value).filter((one) => one.category === 'USER_DEFINED' && one.label === label),
	);
}

function isSame(one: AssociationLabel, other: AssociationLabel): boolean {
	return one.category === other.category && one.typeId === other.typeId;
}
