import { nextPageOf, resultsOf, type Answer } from '../api/answer';
import { idOf, isObject, objectsIn, textOf, type JsonObject } from '../../json';
import type { BatchCall } from '../api/batchCall';
import { READ_ASSOCIATIONS_MAXIMUM } from '../api/batchSizes';
import { pathOfReadAssociations } from '../api/endpoints';
import { groupBy } from '../../lists';
import type { Failure, Outcome } from '../../outcome';
import { findType, labelIn, type AssociationLabel } from '../labels/labels';
import type { ObjectPair } from '../model/objectTypes';
import { inputRejections } from '../api/rejection';
import {
	blameErrors,
	idsInMessage,
	invalidRecords,
	valuesNamed,
	type Blame,
	namedBy,
} from '../api/blame';
import { settleInputs } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/** A record whose associations to read, and the page unless it is the first. */
export interface ReadInput {
	readonly fromId: string;
	readonly after?: string;
}

/** An associated record and its association types; the unlabeled one has label null. */
export interface AssociatedRecord {
	readonly toId: string;
	readonly types: readonly AssociationLabel[];
	/**
	 * Labels listed without a category or type id that can be read, by their text; null where that cannot be read
	 * either. A live account has been seen to list types without a category.
	 */
	readonly unreadable?: ReadonlyArray<string | null>;
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
	const typesIn = createTypesReader();
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
		settle: (inputs, answer) => settleRead(inputs, answer, typesIn),
		blamed: namedBy(blameReads),
		idsOf: ({ fromId }) => [fromId],
	};
}

/** HubSpot reports a record without associations as an error; seen in recorded traffic. */
const NO_ASSOCIATIONS = 'crm.associations.NO_ASSOCIATIONS_FOUND';

const EMPTY_PAGE: AssociationPage = { associated: [] };

function settleRead(
	inputs: readonly ReadInput[],
	answer: Answer,
	typesIn: ReadTypes,
): Array<Outcome<AssociationPage>> {
	const resultsOfRecord = recordResults(inputs, answer);
	const errors = inputRejections(answer);
	const harmless = errors.filter(({ subCategory }) => subCategory === NO_ASSOCIATIONS);
	const empty = blameReads(inputs, harmless);
	const blame = blameReads(
		inputs,
		errors.filter((error) => !harmless.includes(error)),
	);
	return settleInputs(
		inputs,
		({ fromId }, index) => {
			const own = resultsOfRecord(fromId, index);
			if (own) return pageOf(own, typesIn);
			return empty.surely.has(index) ? EMPTY_PAGE : undefined;
		},
		{ ...blame, unplaced: [...blame.unplaced, ...empty.unplaced] },
	);
}

type RecordResults = readonly JsonObject[] | undefined;

/**
 * Finds the results of each record. HubSpot usually answers one for each, in order, which saves a list for
 * every record; it does not promise to.
 */
function recordResults(
	inputs: readonly ReadInput[],
	answer: Answer,
): (fromId: string, index: number) => RecordResults {
	const results = resultsOf(answer);
	const isInOrder =
		results.length === inputs.length &&
		results.every((result, index) => recordIn(result) === inputs[index].fromId);
	if (isInOrder) return (_, index) => [results[index]];
	const byRecord = groupBy(results, recordIn);
	return (fromId) => byRecord.get(fromId);
}

function recordIn({ from }: JsonObject): string | undefined {
	return isObject(from) ? idOf(from.id) : undefined;
}

/** Joins the results of one record; undefined where their next pages differ, since one would be lost. */
function pageOf(results: readonly JsonObject[], typesIn: ReadTypes): AssociationPage | undefined {
	if (results.length === 1) {
		const [{ to }] = results;
		return { associated: eachOnce(associatedIn(to, typesIn)), after: nextPageOf(results[0]) };
	}
	const [after, ...others] = new Set(results.flatMap((result) => nextPageOf(result) ?? []));
	if (others.length > 0) return undefined;
	const associated = results.flatMap(({ to }) => associatedIn(to, typesIn));
	return { associated: eachOnce(associated), after };
}

/** Takes `id` as well, where HubSpot's version 3 has been seen to put the associated record. */
function associatedIn(to: unknown, typesIn: ReadTypes): AssociatedRecord[] {
	const associated: AssociatedRecord[] = [];
	for (const { toObjectId, id, associationTypes } of objectsIn(to)) {
		const toId = idOf(toObjectId ?? id);
		if (toId !== undefined) associated.push(typesIn(toId, associationTypes));
	}
	return associated;
}

/** Joins the types of a record that is listed twice. */
function eachOnce(associated: AssociatedRecord[]): AssociatedRecord[] {
	if (associated.length < 2) return associated;
	if (new Set(associated.map(({ toId }) => toId)).size === associated.length) return associated;
	return [...groupBy(associated, ({ toId }) => toId).values()].map((same) =>
		same.reduce(joinTypes),
	);
}

/** Joins what two pages or two results say about one associated record. */
export function joinTypes(present: AssociatedRecord, added: AssociatedRecord): AssociatedRecord {
	const further = added.types.filter((type) => !findType(present.types, type));
	const unreadable = [...(present.unreadable ?? []), ...(added.unreadable ?? [])];
	return {
		...present,
		types: [...present.types, ...further],
		...(unreadable.length > 0 ? { unreadable } : {}),
	};
}

type ReadTypes = (toId: string, associationTypes: unknown) => AssociatedRecord;

/**
 * Makes a reader of an associated record with its types. Most have the same types, whose list is made once:
 * records can number in the millions. An unreadable unlabeled type does no harm: only labels are sent again.
 */
function createTypesReader(): ReadTypes {
	let known: readonly AssociationLabel[] = [];
	return (toId, associationTypes) => {
		const listed: unknown[] = Array.isArray(associationTypes) ? associationTypes : [undefined];
		if (isListOf(known, listed)) return { toId, types: known };
		const types: AssociationLabel[] = [];
		const unreadable: Array<string | null> = [];
		for (const one of listed) {
			const type = isObject(one) ? labelIn(one) : undefined;
			if (type) types.push(type);
			else if (!isObject(one)) unreadable.push(null);
			else if (one.label !== null) unreadable.push(textOf(one.label) ?? null);
		}
		if (unreadable.length > 0) return { toId, types, unreadable };
		known = types;
		return { toId, types };
	};
}

/** Whether HubSpot lists exactly these types, in this order. */
function isListOf(types: readonly AssociationLabel[], listed: readonly unknown[]): boolean {
	return (
		types.length === listed.length &&
		types.every(({ category, typeId, label }, index) => {
			const one = listed[index];
			if (!isObject(one)) return false;
			return one.typeId === typeId && one.category === category && one.label === label;
		})
	);
}

const RECORD_ID = /^(from)?(object|record)?ids?$/i;

function blameReads(inputs: readonly ReadInput[], errors: readonly Failure[]): Blame {
	const positions = new Map(
		errors.length === 0 ? [] : inputs.map(({ fromId }, index) => [fromId, index]),
	);
	return blameErrors(errors, (error) => {
		const listed = invalidRecords(error).map(({ id }) => id);
		const inContext = [...listed, ...valuesNamed(error, RECORD_ID)];
		const named = inContext.length > 0 ? inContext : idsInMessage(error);
		return named.length > 0
			? { surely: named.flatMap((id) => positions.get(id) ?? []) }
			: undefined;
	});
}
