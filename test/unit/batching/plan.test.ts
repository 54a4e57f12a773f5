import {
	planEntries,
	spreadOutcomes,
	unsettled,
	type Plan,
} from '../../../nodes/HubSpotAssociations/batching/plan';
import type { ObjectPair } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import {
	fail,
	invalidInput,
	succeed,
	type Failure,
	type Outcome,
} from '../../../nodes/HubSpotAssociations/outcome';
import { objectPair } from './support/scenario';

interface Limit {
	readonly pair: ObjectPair;
	readonly type: number;
	readonly maximum: number;
}

const planning = {
	key: ({ type }: Limit) => String(type),
	merge: (present: Limit, added: Limit) =>
		present.maximum === added.maximum ? succeed(present) : fail(invalidInput('Two maximums')),
};

const FORTH = objectPair('contacts', 'companies');
const BACK = objectPair('companies', 'contacts');

const limit = (pair: ObjectPair, type: number, maximum = 1) => succeed({ pair, type, maximum });
const emptyRow = fail(invalidInput('Empty'));

const planOf = (rows: ReadonlyArray<Outcome<Limit>>): Plan<Limit, string> =>
	planEntries<Limit, string>(rows, planning);

const messageOf = (outcome: Outcome<unknown> | undefined) =>
	outcome?.ok === false ? outcome.failure.message : undefined;

it('keeps pairs apart, and entries in the order of the rows', () => {
	const { entries, merged } = planOf([
		limit(FORTH, 1),
		limit(BACK, 1),
		limit(FORTH, 2),
		emptyRow,
		limit(objectPair('0-1', 'company'), 1),
	]);
	expect(entries.map(({ rows }) => rows)).toEqual([[0, 4], [1], [2]]);
	expect(merged).toBe(1);
});

it('joins rows that ask for the same, and gives each of them the outcome', () => {
	const rows = [limit(FORTH, 1), emptyRow, limit(FORTH, 2), limit(FORTH, 1)];
	const plan = planOf(rows);
	expect(plan.merged).toBe(1);
	const outcomes = spreadOutcomes(rows, plan, ({ input }) => succeed(input.type));
	expect(outcomes).toEqual([succeed(1), emptyRow, succeed(2), succeed(1)]);
});

it('refuses all rows that contradict each other and names them, and no other', () => {
	const rows = [limit(FORTH, 1, 5), limit(FORTH, 2, 5), limit(FORTH, 1, 6), limit(FORTH, 1, 5)];
	const { entries } = planOf(rows);
	expect(messageOf(entries[0].outcome)).toBe('Two maximums: items 0, 2, 3');
	expect(unsettled(entries)).toEqual([entries[1]]);
});

it('names no more rows than a person reads', () => {
	const contradicting = (count: number) => {
		const rows = Array.from({ length: count }, (_, index) => limit(FORTH, 1, index));
		return messageOf(planOf(rows).entries[0].outcome);
	};
	expect(contradicting(10)).toBe('Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9');
	expect(contradicting(11)).toBe('Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more');
	expect(contradicting(5_000)).toBe(
		'Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 4990 more',
	);
});

it('takes names that every object has for keys like any other', () => {
	const named = (name: string) => succeed({ pair: objectPair(name, name), type: 1, maximum: 1 });
	const { entries, merged } = planOf([
		named('__proto__'),
		named('constructor'),
		named('__proto__'),
	]);
	expect(entries.map(({ rows }) => rows)).toEqual([[0, 2], [1]]);
	expect(merged).toBe(1);
});

it('sends what two rows are merged to', () => {
	const { entries } = planEntries<Limit, string>([limit(FORTH, 1, 5), limit(FORTH, 1, 7)], {
		...planning,
		merge: (present, added) => succeed({ ...present, maximum: present.maximum + added.maximum }),
	});
	expect(entries.map(({ input }) => input.maximum)).toEqual([12]);
});

it('never says of a row that was only read that it may have been sent', () => {
	const lost: Failure = { ...invalidInput('Lost'), state: 'unknown', retryable: true };
	const refused: Failure = { ...invalidInput('No such record'), state: 'refused' };
	const rows = [fail(lost), fail(refused)];
	expect(spreadOutcomes(rows, planOf(rows), () => undefined)).toMatchObject([
		{ failure: { message: 'Lost', state: 'notSent' } },
		{ failure: { message: 'No such record', state: 'refused' } },
	]);
});

it('gives the list itself where every entry is still to be sent', () => {
	const { entries } = planOf([limit(FORTH, 1), limit(FORTH, 2)]);
	expect(unsettled(entries)).toBe(entries);
});
