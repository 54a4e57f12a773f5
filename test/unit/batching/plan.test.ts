import { planGroups, spreadOutcomes } from '../../../nodes/HubSpotAssociations/batching/plan';
import { fail, invalidInput, succeed } from '../../../nodes/HubSpotAssociations/hubspot/failure';

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
