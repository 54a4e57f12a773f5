import { writeFor } from '../../../nodes/HubSpotAssociations/hubspot/limitChanges';
import { brokenRules } from '../../../nodes/HubSpotAssociations/hubspot/limitRules';
import type { Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/objectTypes';

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

function refusedItems(wanted: Limit[], held: Limit[], objectKey?: string, ofPair = pair) {
	const limits = wanted.map((limit, item) => ({
		write: writeFor({ ...limit, pair: ofPair }, held),
		item,
	}));
	return [...brokenRules(ofPair, limits, held, objectKey).keys()].sort();
}

it('refuses both items where one is above the other', () => {
	expect(refusedItems([object(5), label(36, 6), label(38, 5)], [], OBJECT)).toEqual([0, 1]);
});

it('refuses an item against what stays in HubSpot, either way round', () => {
	expect(refusedItems([label(36, 6)], [object(5)], OBJECT)).toEqual([0]);
	expect(refusedItems([object(5)], [label(36, 6)], OBJECT)).toEqual([0]);
});

it('looks at what an item wants in place of what HubSpot has', () => {
	expect(refusedItems([object(9), label(36, 8)], [object(5), label(36, 3)], OBJECT)).toEqual([]);
});

it('has nothing against a limit of HubSpot alone, nor without an object limit', () => {
	expect(refusedItems([], [object(5), label(36, 6)], OBJECT)).toEqual([]);
	expect(refusedItems([label(36, 600)], [], OBJECT)).toEqual([]);
	expect(refusedItems([object(5), label(36, 6)], [], undefined)).toEqual([]);
});

it('wants one maximum for both directions of a label, between records of one object alone', () => {
	const siblings = [label(50, 2, 'Sibling'), label(51, 3, 'Sibling')];
	const ownPair = { from: contacts, to: contacts };
	expect(refusedItems(siblings, [], undefined, ownPair)).toEqual([0, 1]);
	expect(refusedItems(siblings, [], undefined)).toEqual([]);
	const equal = [label(50, 2, 'Sibling'), label(51, 2, 'Sibling')];
	expect(refusedItems(equal, [], undefined, ownPair)).toEqual([]);
	const manager = [label(42, 2, 'Manager'), label(43, 3, 'Report')];
	expect(refusedItems(manager, [], undefined, ownPair)).toEqual([]);
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
		write: writeFor({ ...label(index + 1, index + 1, textOf(index)), pair: ownPair }, []),
		item: index,
	}));
	const start = performance.now();
	expect(brokenRules(ownPair, limits, [], undefined).size).toBe(refused);
	expect(performance.now() - start).toBeLessThan(1_000);
});
