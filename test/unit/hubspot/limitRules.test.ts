import { writeFor } from '../../../nodes/HubSpotAssociations/hubspot/limits/limitChanges';
import { brokenRules } from '../../../nodes/HubSpotAssociations/hubspot/limits/limitRules';
import { limitsByType, type Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';

const contacts = parseObjectType('contacts')!;
const companies = parseObjectType('companies')!;
const pair = { from: contacts, to: companies };
const OBJECT = 'HUBSPOT_DEFINED:279';

function object(maxToObjectIds: number): Limit {
	return { category: 'HUBSPOT_DEFINED', typeId: 279, label: null, maxToObjectIds };
}

function label(typeId: number, maxToObjectIds: number, text = `Label ${typeId}`): Limit {
	return { category: 'USER_DEFINED', typeId, label: text, maxToObjectIds };
}

/** By the item of a wanted limit, why it is refused. */
function refusals(wanted: Limit[], held: Limit[], objectKey?: string, ofPair = pair) {
	const limits = wanted.map((limit, item) => ({
		write: writeFor({ ...limit, pair: ofPair }, limitsByType(held)),
		item,
	}));
	return brokenRules(ofPair, limits, held, objectKey);
}

function refusedItems(...run: Parameters<typeof refusals>) {
	return [...refusals(...run).keys()].sort();
}

it('refuses both items where one is above the other', () => {
	expect(refusedItems([object(5), label(36, 6), label(38, 5)], [], OBJECT)).toStrictEqual([0, 1]);
});

it('refuses an item against what stays in HubSpot, either way round', () => {
	expect(refusedItems([label(36, 6)], [object(5)], OBJECT)).toStrictEqual([0]);
	expect(refusedItems([object(5)], [label(36, 6)], OBJECT)).toStrictEqual([0]);
});

it('looks at what an item wants in place of what HubSpot has', () => {
	expect(refusedItems([object(9), label(36, 8)], [object(5), label(36, 3)], OBJECT)).toStrictEqual(
		[],
	);
});

it('has nothing against a limit of HubSpot alone, nor without an object limit', () => {
	expect(refusedItems([], [object(5), label(36, 6)], OBJECT)).toStrictEqual([]);
	expect(refusedItems([label(36, 600)], [], OBJECT)).toStrictEqual([]);
	expect(refusedItems([object(5), label(36, 6)], [], undefined)).toStrictEqual([]);
});

it('wants one maximum for both directions of a label, between records of one object alone', () => {
	const siblings = [label(50, 2, 'Sibling'), label(51, 3, 'Sibling')];
	const ownPair = { from: contacts, to: contacts };
	expect(refusedItems(siblings, [], undefined, ownPair)).toStrictEqual([0, 1]);
	expect(refusedItems(siblings, [], undefined)).toStrictEqual([]);
	const equal = [label(50, 2, 'Sibling'), label(51, 2, 'Sibling')];
	expect(refusedItems(equal, [], undefined, ownPair)).toStrictEqual([]);
	const manager = [label(42, 2, 'Manager'), label(43, 3, 'Report')];
	expect(refusedItems(manager, [], undefined, ownPair)).toStrictEqual([]);
});

it('says which of two items is above the other', () => {
	expect(refusals([label(36, 6, 'Boss'), object(5)], [], OBJECT).get(0)).toMatchObject({
		message:
			'The limit of a label must not exceed the limit without a label, contacts → companies: ' +
			'item 0 sets 6 for "Boss" (USER_DEFINED:36), but item 1 sets 5 for HUBSPOT_DEFINED:279',
		advice: 'Lower the first, or raise the second.',
	});
});

it('says what HubSpot has against an item', () => {
	expect(refusals([object(5)], [label(36, 6, 'Boss')], OBJECT).get(0)?.message).toMatch(
		/: HubSpot has 6 for "Boss" \(USER_DEFINED:36\), but item 0 sets 5 for HUBSPOT_DEFINED:279$/,
	);
});

describe('the two directions of a label between records of one object', () => {
	const ownPair = { from: contacts, to: contacts };

	it('are named with their maximums', () => {
		const siblings = [label(50, 2, 'Sibling'), label(51, 3, 'Sibling')];
		expect(refusals(siblings, [], undefined, ownPair).get(0)).toMatchObject({
			message:
				'Both directions of a label share one limit, contacts → contacts: ' +
				'item 0 sets 2 for "Sibling" (USER_DEFINED:50), but item 1 sets 3 for "Sibling" (USER_DEFINED:51)',
			advice: 'Give them the same maximum, or keep only one item.',
		});
	});

	it('follow one item where HubSpot has another maximum for the other', () => {
		const held = [label(51, 3, 'Sibling')];
		expect(refusedItems([label(50, 2, 'Sibling')], held, undefined, ownPair)).toStrictEqual([]);
	});

	it('are not two types without a label', () => {
		const unlabeled: Limit[] = [
			{ ...object(2), typeId: 449 },
			{ ...object(3), typeId: 450 },
		];
		expect(refusedItems(unlabeled, [], undefined, ownPair)).toStrictEqual([]);
	});
});

it('names to each of three the one that differs from it', () => {
	const ownPair = { from: contacts, to: contacts };
	const siblings = [3, 2, 3].map((maximum, index) => label(50 + index, maximum, 'Sibling'));
	const refused = refusals(siblings, [], undefined, ownPair);
	for (const item of [0, 2]) {
		expect(refused.get(item)?.message).toMatch(
			/item 1 sets 2 .* but item \d sets 3|item \d sets 3 .* but item 1 sets 2/,
		);
	}
});

it('refuses every direction of a label that one of them is at odds with', () => {
	const ownPair = { from: contacts, to: contacts };
	for (const maximums of [
		[2, 2, 3],
		[3, 2, 2],
		[2, 3, 4],
	]) {
		const siblings = maximums.map((maximum, index) => label(50 + index, maximum, 'Sibling'));
		expect(refusedItems(siblings, [], undefined, ownPair)).toEqual([0, 1, 2]);
	}
});

it.each([
	['labels that differ', (index: number) => `Label ${index}`, 0],
	['one label', () => 'Label', 20_000],
])('looks at 20,000 limits of %s in no more than a second', (_, textOf, refused) => {
	const ownPair = { from: contacts, to: contacts };
	const limits = Array.from({ length: 20_000 }, (__, index) => ({
		write: writeFor({ ...label(index + 1, index + 1, textOf(index)), pair: ownPair }, new Map()),
		item: index,
	}));
	const start = performance.now();
	expect(brokenRules(ownPair, limits, [], undefined).size).toBe(refused);
	expect(performance.now() - start).toBeLessThan(1_000);
});
