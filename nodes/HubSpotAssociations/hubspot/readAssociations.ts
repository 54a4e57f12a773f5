import {
	errorsOf,
	idOf,
	isObject,
	nextPageOf,
	objectsIn,
	resultsOf,
	textOf,
	type Answer,
} from './answer';
import { isAssociationCategory } from './associationTypes';
import type { BatchCall } from './batchCall';
import { READ_ASSOCIATIONS_MAXIMUM } from './batchSizes';
import { pathOfReadAssociations } from './endpoints';
import type { Failure, Outcome } from './failure';
import type { AssociationLabel } from './labels';
import type { ObjectPair } from './objectTypes';
import { rejectionOfInput } from './rejection';
import { blameErrors, settleInputs, type Blame } from './settle';
import type { ApiVersion } from './versions';

/** A record whose associations are wanted, and the page where it is not the first. */
export interface ReadInput {
	readonly fromId: string;
	readonly after?: string;
}

/** A record that another one is associated with, and in what ways; unlabeled has label null. */
export interface AssociatedRecord {
	readonly toId: string;
	readonly types: readonly AssociationLabel[];
}

/** One page of a record's associations. */
export interface AssociationPage {
	readonly associated: readonly AssociatedRecord[];
	/** Where the next page begins; absent on the last one. */
	readonly after?: string;
}

/** POST …/batch/read: the associations of up to 1,000 records, each at most once in a request. */
export function readAssociationsCall(
	version: ApiVersion,
	pair: ObjectPair,
): BatchCall<ReadInput, AssociationPage> {
	return {
		name: 'readAssociations',
		maximum: READ_ASSOCIATIONS_MAXIMUM,
		request: (inputs) => ({
			method: 'POST',
			path: pathOfReadAssociations(version, pair),
			isBatchRead: true,
			body: {
				inputs: inputs.map(({ fromId, after }) => ({
					id: fromId,
					...(after === undefined ? {} : { after }),
				})),
			},
		}),
		settle: settleRead,
		blamed: (inputs, refusal) => [...blameReads(inputs, [refusal]).surely.keys()],
	};
}

/** HubSpot tells a record without associations by an error; seen in recorded traffic. */
const NO_ASSOCIATIONS = 'crm.associations.NO_ASSOCIATIONS_FOUND';

const EMPTY_PAGE: AssociationPage = { associated: [] };

function settleRead(inputs: readonly ReadInput[], answer: Answer): Array<Outcome<AssociationPage>> {
	const pages = new Map(resultsOf(answer).flatMap(pageOf));
	const errors = errorsOf(answer).map((error) => rejectionOfInput(error, answer.status));
	const harmless = errors.filter(({ subCategory }) => subCategory === NO_ASSOCIATIONS);
	const empty = blameReads(inputs, harmless);
	const blame = blameReads(
		inputs,
		errors.filter((error) => !harmless.includes(error)),
	);
	return settleInputs(
		inputs,
		({ fromId }, index) => pages.get(fromId) ?? (empty.surely.has(index) ? EMPTY_PAGE : undefined),
		{ ...blame, unplaced: [...blame.unplaced, ...empty.unplaced] },
	);
}

function pageOf(result: Readonly<Record<string, unknown>>): Array<[string, AssociationPage]> {
	const fromId = isObject(result.from) ? idOf(result.from.id) : undefined;
	if (fromId === undefined) return [];
	const associated = objectsIn(result.to).flatMap(({ toObjectId, associationTypes }) => {
		const toId = idOf(toObjectId);
		return toId === undefined ? [] : [{ toId, types: typesIn(associationTypes) }];
	});
	return [[fromId, { associated, after: nextPageOf(result) }]];
}

function typesIn(associationTypes: unknown): AssociationLabel[] {
	return objectsIn(associationTypes).flatMap(({ category, typeId, label }) =>
		isAssociationCategory(category) && typeof typeId === 'number'
			? [{ category, typeId, label: textOf(label) ?? null }]
			: [],
	);
}

const RECORD_ID = /^(from)?(object|record)?ids?$/i;

function blameReads(inputs: readonly ReadInput[], errors: readonly Failure[]): Blame {
	const positions = new Map(
		errors.length === 0 ? [] : inputs.map(({ fromId }, index) => [fromId, index]),
	);
	return blameErrors(errors, ({ context }) => {
		const named = Object.entries(context ?? {}).filter(([name]) => RECORD_ID.test(name));
		if (named.length === 0) return undefined;
		return { surely: named.flatMap(([, ids]) => ids.flatMap((id) => positions.get(id) ?? [])) };
	});
}
