import { lookUpRecords } from '../../reading/recordLookup';
import { fail, succeed, type Failure, type Outcome } from '../../outcome';
import { getOrMake } from '../../lists';
import type { ObjectType } from '../../hubspot/model/objectTypes';
import type { RecordId, RecordIds } from '../../hubspot/model/recordPair';
import { lookUpForm, type RecordLookup } from '../../hubspot/records/records';
import type { IdProperties } from '../../input/options/associationOptions';
import type { FromRow, RecordRow } from '../../input/rows/associationRows';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { Session } from '../run/session';

type Row = FromRow & Partial<RecordRow>;

/** A row with record ids in the place of what named its records. */
type WithRecordIds<Named> = {
	readonly [Field in keyof Named]: Field extends keyof RecordIds ? RecordId : Named[Field];
};

/**
 * Puts record ids in the place of property values. Every distinct value is looked up once, those of
 * both sides side by side. Without a property, nothing is sent and the rows are returned unchanged.
 */
export async function findRecords<Named extends Row>(
	{ sender, options }: Session,
	rows: ReadonlyArray<Outcome<Named>>,
	properties: IdProperties,
): Promise<ReadonlyArray<Outcome<WithRecordIds<Named>>>> {
	// Without a property every row was read as the id of a record.
	if (properties.from === undefined && properties.to === undefined) {
		return rows as ReadonlyArray<Outcome<WithRecordIds<Named>>>;
	}
	const lookups = new Lookups();
	for (const row of rows) {
		if (!row.ok) continue;
		const { pair, fromId, toId } = row.value;
		if (properties.from !== undefined) lookups.add(pair.from, properties.from, fromId);
		if (properties.to !== undefined && toId !== undefined) {
			lookups.add(pair.to, properties.to, toId);
		}
	}
	await lookUpRecords(sender, options.apiVersion, lookups.all(), options.maxConcurrency);
	return rows.map((row) => (row.ok ? withIds(row.value, lookups, properties) : row));
}

function withIds<Named extends Row>(
	row: Named,
	lookups: Lookups,
	{ from, to }: IdProperties,
): Outcome<WithRecordIds<Named>> {
	const { pair, fromId, toId } = row;
	const first = from === undefined ? undefined : lookups.outcome(pair.from, from, fromId);
	const second =
		to === undefined || toId === undefined ? undefined : lookups.outcome(pair.to, to, toId);
	const failures = [
		...(first && !first.ok ? [naming(first.failure, DISPLAY_NAMES.fromRecordId)] : []),
		...(second && !second.ok ? [naming(second.failure, DISPLAY_NAMES.toRecordId)] : []),
	];
	if (failures.length > 0) return fail(both(failures));
	return succeed({
		...row,
		...(first?.ok ? { fromId: first.value } : {}),
		...(second?.ok ? { toId: second.value } : {}),
	} as WithRecordIds<Named>);
}

function naming(failure: Failure, parameter: string): Failure {
	return { ...failure, message: `${failure.message} (parameter '${parameter}')` };
}

function both([first, ...others]: readonly Failure[]): Failure {
	return { ...first, message: [first, ...others].map(({ message }) => message).join('; ') };
}

/** The values to look up, by object and property. Two sides with the same object share their values. */
class Lookups {
	private readonly byObject = new Map<string, RecordLookup>();

	add(type: ObjectType, property: string, value: string): void {
		const make = () => ({ type, property, outcomes: new Map() });
		getOrMake(this.byObject, keyOf(type, property), make).outcomes.set(
			lookUpForm(property, value),
			undefined,
		);
	}

	all(): RecordLookup[] {
		return [...this.byObject.values()];
	}

	/** @throws TypeError when the value was never added, or never settled */
	outcome(type: ObjectType, property: string, value: string): Outcome<RecordId> {
		const outcomes = this.byObject.get(keyOf(type, property))?.outcomes;
		const outcome = outcomes?.get(lookUpForm(property, value));
		if (outcome === undefined) throw new TypeError(`${property} ${value} was not looked up`);
		return outcome;
	}
}

function keyOf({ key }: ObjectType, property: string): string {
	return `${key} ${property}`;
}
