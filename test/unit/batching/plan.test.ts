import {
	planGroups,
	spreadOutcomes,
	withoutEntries,
} from '../../../nodes/HubSpotAssociations/batching/plan';
import {
	fail,
	invalidInput,
	succeed,
	type Failure,
} from '../../../nodes/HubSpotAssociations/outcome';

interface Limit {
	readonly pair: string;
	readonly type: number;
	readonly maximum: number;
}

const planning = {
	groupKey: ({ pair }: Limit) => pair,
	inputKey: ({ type }: Limit) => String(type),
	merge: (present: Limit, added: Limit) =>
		present.maximum === added.maximum ? succeed(present) : fail(invalidInput('Two maximums')),
};

const limit = (pair: string, type: number, maximum = 1) => succeed({ pair, type, maximum });
const emptyRow = fail(invalidInput('Empty'));

it('groups by pair and keeps the order of the rows', () => {
	const { groups, merged } = planGroups(
		[limit('a>b', 1), limit('b>a', 1), limit('a>b', 2), emptyRow],
		planning,
	);
	expect(groups.map(({ key, entries }) => [key, entries.map(({ rows }) => rows)])).toEqual([
		['a>b', [[0], [2]]],
		['b>a', [[1]]],
	]);
	expect(merged).toBe(0);
});

it('joins rows that ask for the same, and gives each of them the outcome', () => {
	const rows = [limit('a>b', 1), emptyRow, limit('a>b', 2), limit('a>b', 1)];
	const plan = planGroups(rows, planning);
	expect(plan.merged).toBe(1);
	expect(plan.groups[0].entries.map(({ rows: those }) => those)).toEqual([[0, 3], [2]]);
	expect(spreadOutcomes(rows, plan, [succeed('first'), succeed('second')])).toEqual([
		succeed('first'),
		emptyRow,
		succeed('second'),
		succeed('first'),
	]);
});

it('refuses all rows that contradict each other and names them, and no other', () => {
	const rows = [limit('a>b', 1, 5), limit('a>b', 2, 5), limit('a>b', 1, 6), limit('a>b', 1, 5)];
	const { groups, refused } = planGroups(rows, planning);
	expect([...refused.keys()]).toEqual([0, 2, 3]);
	expect(refused.get(2)?.message).toBe('Two maximums: items 0, 2, 3');
	expect(groups[0].entries.map(({ rows: those }) => those)).toEqual([[1]]);
});

it('names no more rows than a person reads', () => {
	const rows = Array.from({ length: 5_000 }, (_, index) => limit('a>b', 1, index));
	const { refused } = planGroups(rows, planning);
	expect(refused.size).toBe(5_000);
	expect(refused.get(0)?.message).toBe(
		'Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 4990 more',
	);
});

it('takes names that every object has for keys like any other', () => {
	const rows = [limit('__proto__', 1), limit('constructor', 1), limit('__proto__', 1)];
	const { groups, merged } = planGroups(rows, planning);
	expect(groups.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
	expect(merged).toBe(1);
});

describe('entries that must not be sent', () => {
	const rows = [limit('a>b', 1), limit('a>b', 2), limit('b>a', 1), limit('a>b', 1)];
	const failure = invalidInput('Over the limit');

	it('leave the plan, and all their rows are refused with the reason', () => {
		const plan = planGroups(rows, planning);
		const rest = withoutEntries(plan, new Map([[plan.groups[0].entries[0], failure]]));
		expect(rest.groups.map(({ key, entries }) => [key, entries.map(({ index }) => index)])).toEqual(
			[
				['a>b', [1]],
				['b>a', [2]],
			],
		);
		expect([...rest.refused]).toEqual([
			[0, failure],
			[3, failure],
		]);
		expect(rest.merged).toBe(1);
	});

	it('join those that contradict each other', () => {
		const plan = planGroups([...rows, limit('b>a', 1, 9)], planning);
		const rest = withoutEntries(plan, new Map([[plan.groups[0].entries[1], failure]]));
		expect([...rest.refused.keys()]).toEqual([2, 4, 1]);
	});

	it('are none: the plan stays as it is', () => {
		const plan = planGroups(rows, planning);
		expect(withoutEntries(plan, new Map())).toBe(plan);
	});
});

it('numbers the entries over all groups, and knows each by its first input', () => {
	const { groups } = planGroups([limit('a>b', 1), limit('b>a', 1), limit('a>b', 2)], planning);
	expect(groups.flatMap(({ entries }) => entries.map(({ index }) => index))).toEqual([0, 2, 1]);
});

it('sends what two rows are merged to', () => {
	const rows = [limit('a>b', 1, 5), limit('a>b', 1, 7)];
	const { groups } = planGroups(rows, {
		...planning,
		merge: (present, added) => succeed({ ...present, maximum: present.maximum + added.maximum }),
	});
	expect(groups[0].entries.map(({ input }) => input.maximum)).toEqual([12]);
});

it('names ten rows that contradict each other, and only then says how many more', () => {
	const contradicting = (count: number) =>
		planGroups(
			Array.from({ length: count }, (_, index) => limit('a>b', 1, index)),
			planning,
		).refused.get(0)?.message;
	expect(contradicting(10)).toBe('Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9');
	expect(contradicting(11)).toBe('Two maximums: items 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more');
});

it('never says of a row that was only read that it may have been sent', () => {
	const lost: Failure = { ...invalidInput('Lost'), state: 'unknown', retryable: true };
	const refused: Failure = { ...invalidInput('No such record'), state: 'refused' };
	const rows = [fail(lost), fail(refused)];
	const outcomes = spreadOutcomes(rows, planGroups<Limit>(rows, planning), []);
	expect(outcomes).toMatchObject([
		{ failure: { message: 'Lost', state: 'notSent' } },
		{ failure: { message: 'No such record', state: 'refused' } },
	]);
});
