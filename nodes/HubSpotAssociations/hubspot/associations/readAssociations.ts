import { nextPageOf, resultsOf, type Answer } from '../api/answer';
import { idOf, isObject, objectsIn, type JsonObject } from '../../json';
import type { BatchCall } from '../api/batchCall';
import { READ_ASSOCIATIONS_MAXIMUM } from '../api/batchSizes';
import { pathOfReadAssociations } from '../api/endpoints';
import { groupBy } from '../../lists';
import type { Failure, Outcome } from '../../outcome';
import {
	associatedIn,
	createTypesReader,
	eachOnce,
	type AssociatedRecord,
	type ReadTypes,
} from './associatedRecord';
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
	const { emptyIds, others } = withoutAssociations(answer);
	const errors = inputRejections({ ...answer, body: { errors: others } });
	const isHarmless = ({ subCategory }: Failure) => subCategory === NO_ASSOCIATIONS;
	const empty = blameReads(inputs, errors.filter(isHarmless));
	const blame = blameReads(
		inputs,
		errors.filter((error) => !isHarmless(error)),
	);
	return settleInputs(
		inputs,
		({ fromId }, index) => {
			const own = resultsOfRecord(fromId, index);
			if (own) return pageOf(own, typesIn);
			return emptyIds.has(fromId) || empty.surely.has(index) ? EMPTY_PAGE : undefined;
		},
		{ ...blame, unplaced: [...blame.unplaced, ...empty.unplaced] },
	);
}

/**
 * Finds the records that HubSpot names in its usual way as without associations. Often nearly all are, and to
 * read each as a refusal costs more than all else.
 */
function withoutAssociations({ body }: Answer) {
	const emptyIds = new Set<string>();
	const others: JsonObject[] = [];
	for (const error of isObject(body) ? objectsIn(body.errors) : []) {
		const { subCategory, context } = error;
		const ids = subCategory === NO_ASSOCIATIONS && isObject(context) ? context.id : undefined;
		const named = Array.isArray(ids) ? ids.map(idOf) : [];
		if (named.length === 0 || named.includes(undefined)) others.push(error);
		else for (const id of named) if (id !== undefined) emptyIds.add(id);
	}
	return { emptyIds, others };
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
