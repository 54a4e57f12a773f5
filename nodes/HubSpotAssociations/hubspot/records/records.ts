import { resultsOf, type Answer } from '../api/answer';
import { idOf, isObject } from '../../json';
import type { BatchCall } from '../api/batchCall';
import { READ_RECORDS_MAXIMUM } from '../api/batchSizes';
import { pathOfReadRecords } from '../api/endpoints';
import { getOrMake } from '../../lists';
import { fail, invalidInput, succeed, type Failure, type Outcome } from '../../outcome';
import { describeObjectType, type ObjectType } from '../model/objectTypes';
import type { RecordId } from '../model/recordPair';
import { inputRejections } from '../api/rejection';
import { blameErrors } from '../api/blame';
import { settleInputs } from '../api/settle';
import { shorten } from '../../text';
import type { ApiVersion } from '../api/versions';

/** Records of one object that are identified by the values of one property. */
export interface NamedRecords {
	readonly type: ObjectType;
	/** The internal name of the property. */
	readonly property: string;
}

/** Values of one property, and the record of each once it has been looked up. */
export interface RecordLookup extends NamedRecords {
	readonly outcomes: Map<string, Outcome<RecordId> | undefined>;
}

/** The value of a property that identifies a record. */
export interface NamedValue {
	readonly value: string;
}

/** A record that was found, and its value of the property. */
export interface FoundRecord {
	readonly id: string;
	readonly value: string;
}

/** HubSpot stores emails in lower case, so spellings that differ only in case are one value. */
const FOLDED_PROPERTIES: ReadonlySet<string> = new Set(['email']);

/** Returns the form in which a value is looked up. */
export function lookUpForm(property: string, value: string): string {
	return FOLDED_PROPERTIES.has(property) ? value.toLowerCase() : value;
}

/**
 * POST …/objects/{type}/batch/read by a unique property. HubSpot refuses a property that is not unique,
 * whatever the values: the records of a refused batch are undefined, for a search to find.
 */
export function readRecordsCall(
	version: ApiVersion,
	named: NamedRecords,
): BatchCall<NamedValue, RecordId | undefined> {
	return {
		name: 'readRecords',
		maximum: READ_RECORDS_MAXIMUM,
		request: (values) => ({
			method: 'POST',
			path: pathOfReadRecords(version, named.type),
			isBatchRead: true,
			body: {
				inputs: values.map(({ value }) => ({ id: value })),
				idProperty: named.property,
				properties: [named.property],
				propertiesWithHistory: [],
			},
		}),
		settle: (inputs, answer) => {
			const values = inputs.map(({ value }) => value);
			return settleFound(named, values, answer);
		},
		blamed: () => [],
		refused: () => succeed(undefined),
	};
}

/** Reads the records in an answer; one without an id or a value is left out. */
export function recordsIn(answer: Answer, property: string): FoundRecord[] {
	return resultsOf(answer).flatMap(({ id, properties }) => {
		const found = idOf(id);
		const value = isObject(properties) ? idOf(properties[property]) : undefined;
		return found === undefined || value === undefined ? [] : [{ id: found, value: value.trim() }];
	});
}

/** Returns one outcome per value: the id of its only record, or why there is none. */
export function matchRecords(
	named: NamedRecords,
	values: readonly string[],
	records: readonly FoundRecord[],
): Array<Outcome<RecordId>> {
	const exact = idsBy(records, ({ value }) => value);
	const folded = idsBy(records, ({ value }) => value.toLowerCase());
	return values.map((value) => {
		const ids = [...(exact.get(value) ?? folded.get(value.toLowerCase()) ?? [])];
		if (ids.length === 1) return succeed(ids[0] as RecordId);
		return fail(ids.length === 0 ? notFound(named, value) : ambiguous(named, value, ids));
	});
}

function idsBy(
	records: readonly FoundRecord[],
	keyOf: (record: FoundRecord) => string,
): Map<string, Set<string>> {
	const ids = new Map<string, Set<string>>();
	for (const record of records) getOrMake(ids, keyOf(record), () => new Set()).add(record.id);
	return ids;
}

/** The category of the error in which HubSpot lists values without a record. */
const NOT_FOUND = 'OBJECT_NOT_FOUND';

function settleFound(
	named: NamedRecords,
	values: readonly string[],
	answer: Answer,
): Array<Outcome<RecordId>> {
	const matched = matchRecords(named, values, recordsIn(answer, named.property));
	const errors = inputRejections(answer).filter(({ category }) => category !== NOT_FOUND);
	if (errors.length === 0) return matched;
	const blame = blameErrors(errors, ({ context }) => {
		const names = new Set(Object.values(context ?? {}).flat());
		const guilty = values.flatMap((value, index) => (names.has(value) ? [index] : []));
		return guilty.length > 0 ? { surely: guilty } : undefined;
	});
	const idAt = (index: number) => {
		const outcome = matched[index];
		return outcome.ok ? outcome.value : undefined;
	};
	return settleInputs(values, (_, index) => idAt(index), blame);
}

function notFound({ type, property }: NamedRecords, value: string): Failure {
	return invalidInput(
		`No record of ${describeObjectType(type)} has the ${property} "${shorten(value)}"`,
		'Check the value, or create the record first.',
	);
}

/** How many ids a message names. */
const SHOWN_IDS = 5;

function ambiguous({ type, property }: NamedRecords, value: string, ids: string[]): Failure {
	const shown = ids.slice(0, SHOWN_IDS).join(', ') + (ids.length > SHOWN_IDS ? ', …' : '');
	return invalidInput(
		`More than one record of ${describeObjectType(type)} has the ${property} "${shorten(value)}": ${shown}`,
		'Merge the records in HubSpot, or identify the record by its ID or a unique property.',
	);
}
