/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import fc from 'fast-check';
import { nameLabels } from '../../../nodes/HubSpotAssociations/actions/associationLabel/names';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import type { NewLabelRow } from '../../../nodes/HubSpotAssociations/input/rows/labelRows';

const contacts = parseObjectType('contacts')!;
const companies = parseObjectType('companies')!;
const there = { from: contacts, to: companies };
const back = { from: companies, to: contacts };

function names(rows: NewLabelRow[]): string[] {
	return nameLabels(rows.map(succeed)).map((row) => (row.ok ? row.value.name : 'refused'));
}

const labels = (...texts: string[]) => texts.map((label) => ({ pair: there, label }));

it('numbers the names of labels that would have one name', () => {
	expect(names(labels('Boss', 'boss', 'Boss!', 'Boss'))).toEqual([
		'boss',
		'boss_2',
		'boss_3',
		'boss',
	]);
});

it('passes over a number that a row gives, in an earlier row or a later', () => {
	const own = { pair: back, label: 'Other', internalName: 'boss_2' };
	expect(names([...labels('Boss', 'boss'), own])).toEqual(['boss', 'boss_3', 'boss_2']);
	expect(names([own, ...labels('Boss', 'boss', 'BOSS')])).toEqual([
		'boss_2',
		'boss',
		'boss_3',
		'boss_4',
	]);
});

it('refuses a name that two labels give themselves, but not one label that has it twice', () => {
	const one = { pair: there, label: 'One', internalName: 'same' };
	expect(names([one, one])).toEqual(['same', 'same']);
	expect(names([one, { ...one, label: 'Two' }])).toEqual(['refused', 'refused']);
});

/** Whether each row is refused. */
function refusals(rows: NewLabelRow[]): boolean[] {
	return nameLabels(rows.map(succeed)).map(({ ok }) => !ok);
}

it('refuses a label that an earlier row creates from the other side', () => {
	const manager = { pair: there, label: 'Manager', inverseLabel: 'Report' };
	const report = { pair: back, label: 'Report', inverseLabel: 'Manager' };
	expect(refusals([manager, manager, report])).toEqual([false, false, true]);
	expect(refusals([manager, { ...report, inverseLabel: 'Boss' }])).toEqual([false, false]);
	expect(refusals([manager, { ...report, pair: there }])).toEqual([false, false]);
	const alike = { pair: there, label: 'Peer' };
	expect(refusals([alike, { ...alike, pair: back }])).toEqual([false, true]);
});

it('distinguishes the sides of two records of one object by their texts', () => {
	const manager = { pair: { from: contacts, to: contacts }, label: 'Boss', inverseLabel: 'Report' };
	const report = { ...manager, label: 'Report', inverseLabel: 'Boss' };
	expect(refusals([manager, manager, report])).toEqual([false, false, true]);
});

it('never gives two labels of two objects one name', () => {
	const row = fc.record({
		pair: fc.constantFrom(there, back),
		label: fc.constantFrom('a', 'A', 'a!', 'b', 'a_2', 'a 2', 'A2'),
		internalName: fc.constantFrom(undefined, undefined, 'a', 'a_2', 'a_3', 'b'),
	});
	fc.assert(
		fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
			const owners = new Map<string, string>();
			const contradicts = rows.some((one) =>
				rows.some(
					(two) =>
						one.pair === two.pair &&
						one.label === two.label &&
						one.internalName !== two.internalName,
				),
			);
			fc.pre(!contradicts);
			for (const [index, name] of names(rows).entries()) {
				if (name === 'refused') continue;
				const label = `${rows[index].pair === there} ${rows[index].label}`;
				expect(owners.get(name) ?? label).toBe(label);
				owners.set(name, label);
			}
		}),
	);
});

it.each([
	['with names that differ', (index: number) => `Label ${index}`],
	[
		'that would all have one name',
		(index: number) => `Label${'!'.repeat(index % 179)}${'?'.repeat(index / 179)}`,
	],
])('names 32,000 labels %s in no more than two seconds', (_, textOf) => {
	const texts = Array.from({ length: 32_000 }, (__, index) => textOf(index));
	const start = process.cpuUsage();
	expect(new Set(names(labels(...texts))).size).toBe(32_000);
	// CPU time: that of the clock says as much of what else the machine does.
	const { user, system } = process.cpuUsage(start);
	expect(user + system).toBeLessThan(2_000_000);
});
