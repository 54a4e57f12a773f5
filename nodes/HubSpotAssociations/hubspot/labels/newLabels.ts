import { resultsOf, type Answer } from '../api/answer';
import { idOf } from '../../json';
import type { BatchCall, Send } from '../api/batchCall';
import { isSameType } from '../model/associationTypes';
import { pathOfLabels, type HubSpotRequest } from '../api/endpoints';
import { mapOutcome, succeed } from '../../outcome';
import { findType, labelIn, LABELS, labelsIn, type AssociationLabel } from './labels';
import { sendRead } from '../api/read';
import type { ObjectPair } from '../model/objectTypes';
import { reverseOf } from '../model/recordPair';
import { settleInputs } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/** A label to create. */
export interface NewLabel {
	readonly pair: ObjectPair;
	/** HubSpot's internal name of the label. */
	readonly name: string;
	/** Whether the name is only derived from the label, so that any other one does as well. */
	readonly isNameDerived?: boolean;
	readonly label: string;
	/** How the label reads from the second object; absent: the same both ways. */
	readonly inverseLabel?: string;
}

/** The association types of a created label, one per direction. */
export interface CreatedLabel {
	/** As HubSpot returned them, in any order. */
	readonly types: readonly AssociationLabel[];
	/** From the first object to the second; absent where the answer does not distinguish the directions. */
	readonly forward?: AssociationLabel;
	/** The internal name where it is another than the input's. */
	readonly name?: string;
	/** Whether the account already had the label. */
	readonly wasThere?: true;
}

/** HubSpot keeps internal names unique in the account, and no list of them is reliable; seen in live accounts. */
const NAME_TAKEN = /^association definition named .* already exists for portal/i;

/** How many names to try for one label; each takes a request. */
const MOST_NAMES = 20;

/**
 * POST …/{from}/{to}/labels: creates one label. A derived name that is taken gives way to the next one. A request whose answer was lost is read back before it is
 * repeated: HubSpot has been seen to refuse a second label with the same text, which would hide the first.
 * @param send reads back
 */
export function createLabelCall(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
): BatchCall<NewLabel, CreatedLabel> {
	const others = new Map<NewLabel, string>();
	const request = ([input]: readonly NewLabel[]): HubSpotRequest => {
		const { name, label, inverseLabel } = input;
		const body = { name: others.get(input) ?? name, label };
		return {
			method: 'POST',
			path: pathOfLabels(version, pair),
			body: inverseLabel === undefined ? body : { ...body, inverseLabel },
		};
	};
	const named = (input: NewLabel, created: CreatedLabel | undefined): CreatedLabel | undefined =>
		created && others.has(input) ? { ...created, name: others.get(input) } : created;
	return {
		name: 'createLabel',
		maximum: 1,
		request,
		exchange: async ([input], send) => {
			for (let number = 2; ; number++) {
				const sent = await send(request([input]));
				if (sent.ok || !input.isNameDerived || number > MOST_NAMES) return sent;
				if (!NAME_TAKEN.test(sent.failure.message)) return sent;
				others.set(input, `${input.name}_${number}`);
			}
		},
		settle: (inputs, answer) =>
			settleInputs(inputs, (input) => named(input, createdLabel(input, answer))),
		blamed: () => [],
		mustReadBack: true,
		readBack: async ([input]) => {
			const forward = await sendRead(send, version, pair, LABELS);
			if (!forward.ok) return forward;
			if (withText(forward.value, input.label).length === 0) return succeed([undefined]);
			const isOneObject = pair.from.key === pair.to.key;
			const reverse = isOneObject
				? forward
				: await sendRead(send, version, reverseOf(pair), LABELS);
			return mapOutcome(reverse, (labels) => [
				named(input, findLabel(input, forward.value, labels)),
			]);
		},
	};
}

/**
 * Finds a new label among those of the account: its text in the one direction and the inverse text in
 * the other. HubSpot creates both at once but does not list which belong together, so two labels that
 * have one of the texts each look the same. Of several types with one text, it is unknown which are
 * the label's.
 * @param reverse the types of the other direction; the same ones for two records of one object
 */
export function findLabel(
	{ label, inverseLabel = label }: NewLabel,
	forward: readonly AssociationLabel[],
	reverse: readonly AssociationLabel[],
): CreatedLabel | undefined {
	const forwards = withText(forward, label);
	const inverses = withText(reverse, inverseLabel);
	if (forwards.length === 0 || inverses.length === 0) return undefined;
	if (forwards.length > 1) return { types: [] };
	return {
		forward: forwards[0],
		types: inverses.length > 1 ? forwards : [...forwards, ...inverses],
	};
}

/** Returns the account's own types of one direction with this text. */
export function withText(labels: readonly AssociationLabel[], text: string): AssociationLabel[] {
	return labels.filter(({ category, label }) => category === 'USER_DEFINED' && label === text);
}

/** Finds the type from the first object to the second, by the labels of that direction. */
export function withDirection(
	created: CreatedLabel,
	labels: readonly AssociationLabel[],
): CreatedLabel {
	return { ...created, forward: created.types.find((type) => findType(labels, type)) };
}

/**
 * Returns the type of the other direction: the same one where HubSpot created only one, since the label
 * reads alike between records of one object.
 */
export function inverseOf(
	{ pair, label, inverseLabel = label }: NewLabel,
	{ types, forward }: CreatedLabel,
): AssociationLabel | undefined {
	if (forward === undefined) return undefined;
	const isAlike = pair.from.key === pair.to.key && label === inverseLabel;
	return types.find((type) => !isSameType(type, forward)) ?? (isAlike ? forward : undefined);
}

function createdLabel(input: NewLabel, answer: Answer): CreatedLabel | undefined {
	// Beside the first label of a custom object stands the unlabeled pair, which HubSpot creates with it.
	const types = labelsIn(answer).filter(({ label }) => label !== null);
	if (types.length === 0) return undefined;
	return { types, forward: forwardByObjects(input, answer) ?? forwardByText(input, types) };
}

/** Finds the forward type by the object types in the results, which HubSpot's OpenAPI document makes optional. */
function forwardByObjects({ pair }: NewLabel, answer: Answer): AssociationLabel | undefined {
	if (pair.from.key === pair.to.key) return undefined;
	const forward = resultsOf(answer).filter(
		({ fromObjectTypeId, toObjectTypeId }) =>
			idOf(fromObjectTypeId) === (pair.from.id ?? '') &&
			idOf(toObjectTypeId) === (pair.to.id ?? ''),
	);
	return forward.flatMap((result) => labelIn(result) ?? []).find(({ label }) => label !== null);
}

function forwardByText(
	{ label, inverseLabel = label }: NewLabel,
	types: readonly AssociationLabel[],
): AssociationLabel | undefined {
	if (types.length === 1) return types[0];
	return label === inverseLabel ? undefined : types.find((type) => type.label === label);
}
