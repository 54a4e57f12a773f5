import fc from 'fast-check';
import {
	changeOf,
	deletionOf,
	haveSameLabels,
	labelsAfter,
	type Labels,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associationChanges';
import {
	readPlan,
	writePlan,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associationPlan';
import { associationTypeKey } from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';
import { objectPair, recordIds } from '../batching/support/scenario';

const BUYER = { category: 'USER_DEFINED', typeId: 12, label: 'Buyer' } as const;
const BOSS = { category: 'USER_DEFINED', typeId: 14, label: 'Boss' } as const;
const PRIMARY = { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' } as const;
const UNKNOWN_TEXT = { ...BUYER, label: null };

const records = { pair: objectPair('contacts', 'companies'), ...recordIds('1>2') };
const input = { ...records, types: [] };

it.each<[string, Labels | null, Labels, boolean, Labels]>([
	['nothing is there', null, [BUYER], false, [BUYER]],
	['another is there', [BOSS], [BUYER], false, [BUYER]],
	['another is kept', [BOSS], [BUYER], true, [BOSS, BUYER]],
	['Primary is there', [PRIMARY, BOSS], [BUYER], false, [PRIMARY, BUYER]],
	['none is wanted', [PRIMARY, BOSS], [], false, [PRIMARY]],
	['it is there, with its text', [BUYER], [UNKNOWN_TEXT], false, [BUYER]],
])('the labels should be the right ones where %s', (_, held, wanted, keeps, after) => {
	expect(labelsAfter(held, wanted, keeps)).toEqual(after);
});

it.each<[string, Labels | null, Labels, object]>([
	['created', null, [BUYER], { call: 'create', types: [BUYER] }],
	['created', null, [], { call: 'create', types: [] }],
	['unchanged', [BUYER, BOSS], [BOSS, BUYER], {}],
	['updated', [BOSS], [BUYER], { call: 'create', types: [BUYER] }],
	['updated', [BOSS, BUYER], [BUYER], { call: 'create', types: [BUYER] }],
	['updated', [BUYER], [BUYER, PRIMARY], { call: 'create', types: [BUYER, PRIMARY] }],
	['updated', [BUYER, PRIMARY], [PRIMARY], { call: 'removeLabels', types: [BUYER] }],
	['updated', [BUYER, BOSS], [], { call: 'removeLabels', types: [BUYER, BOSS] }],
])('an association is %s from %j to %j', (action, before, after, expected) => {
	const { change, removal } = changeOf(input, before, after);
	expect(change).toMatchObject({ ...records, action, before, after, ...expected });
	expect(removal).toBeUndefined();
});

it('removes afterwards what Primary may not replace', () => {
	const { change, removal } = changeOf(input, [BUYER], [PRIMARY]);
	expect(change).toMatchObject({ call: 'create', types: [PRIMARY] });
	expect(removal).toMatchObject({ call: 'removeLabels', types: [BUYER] });
});

it('creates an unlabeled association of custom objects by its type', () => {
	const types = [{ category: 'USER_DEFINED', typeId: 40 } as const];
	expect(changeOf({ ...records, types }, null, []).change.types).toBe(types);
});

const labels: fc.Arbitrary<Labels> = fc.uniqueArray(
	fc.record({
		category: fc.constantFrom('USER_DEFINED', 'HUBSPOT_DEFINED', 'WORK'),
		typeId: fc.integer({ min: 1, max: 5 }),
		label: fc.string(),
	}),
	{ selector: associationTypeKey },
);

const states = fc.option(labels);

it('changes nothing where the wanted labels are there, and settles in one run', () => {
	fc.assert(
		fc.property(states, labels, fc.boolean(), (held, wanted, keeps) => {
			const after = labelsAfter(held, wanted, keeps);
			expect(changeOf(input, after, labelsAfter(after, wanted, keeps)).change.action).toBe(
				'unchanged',
			);
			expect(haveSameLabels(after, labelsAfter(after, wanted, keeps))).toBe(true);
		}),
	);
});

describe('the text of a plan', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(states, labels, (before, after) => {
				const { change } = changeOf(input, before, after);
				expect(readPlan(writePlan(change))).toEqual({
					action: change.action,
					fromObjectTypeId: '0-1',
					fromObjectId: '1',
					toObjectTypeId: '0-2',
					toObjectId: '2',
					labels: after,
					previousLabels: before,
				});
			}),
		);
	});

	it('of a deletion has no labels afterwards', () => {
		expect(readPlan(writePlan(deletionOf(records, [BUYER])))).toMatchObject({
			action: 'deleted',
			labels: null,
			previousLabels: [BUYER],
		});
	});

	it('shows the type of a label whose text is not known', () => {
		const { change } = changeOf(input, null, [UNKNOWN_TEXT]);
		expect(writePlan(change)).toContain('"labels":{"USER_DEFINED:12":"USER_DEFINED:12"}');
	});

	const PLAN = JSON.parse(writePlan(deletionOf(records, [BUYER]))) as Record<string, unknown>;

	it.each<[string, unknown]>([
		['no JSON', '{'],
		['a list', '[]'],
		['no object', 'null'],
		['a number for an ID', { ...PLAN, toObjectId: 2 }],
		['no labels', { ...PLAN, labels: undefined }],
		['a list of labels', { ...PLAN, labels: ['Buyer'] }],
		['a label without a type', { ...PLAN, labels: { Buyer: 'Buyer' } }],
		['a category that HubSpot does not have', { ...PLAN, labels: { 'MY_DEFINED:12': 'Buyer' } }],
		['no text of a label', { ...PLAN, previousLabels: { 'USER_DEFINED:12': 5 } }],
	])('is none with %s', (_, plan) => {
		expect(readPlan(typeof plan === 'string' ? plan : JSON.stringify(plan))).toBeUndefined();
	});
});
