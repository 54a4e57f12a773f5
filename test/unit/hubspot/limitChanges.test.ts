import {
	deletionsFor,
	writeFor,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limitChanges';
import { limitsByType, type Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { objectPair } from '../batching/support/scenario';

const pair = objectPair('contacts', 'companies');
const boss: Limit = { category: 'USER_DEFINED', typeId: 36, label: 'Boss', maxToObjectIds: 5 };
const buyer: Limit = { category: 'USER_DEFINED', typeId: 38, label: 'Buyer', maxToObjectIds: 7 };
const target = { pair, category: 'USER_DEFINED', typeId: 36 } as const;

it.each([
	['created', 'there is no limit', 5, [buyer], { label: null, previousMaxToObjectIds: null }],
	['updated', 'the maximum is another', 6, [boss], { label: 'Boss', previousMaxToObjectIds: 5 }],
	['unchanged', 'it is the same', 5, [buyer, boss], { label: 'Boss', previousMaxToObjectIds: 5 }],
] as const)('a limit is %s where %s', (action, _, maxToObjectIds, held, expected) => {
	expect(writeFor({ ...target, maxToObjectIds }, limitsByType(held))).toEqual({
		...target,
		maxToObjectIds,
		action,
		...expected,
	});
});

it("keeps the label that a row has looked up over that of HubSpot's answer", () => {
	const wanted = { ...target, label: 'Manager', maxToObjectIds: 5 };
	expect(writeFor(wanted, limitsByType([boss])).label).toBe('Manager');
});

it('deletes what no row names, and that alone', () => {
	expect(deletionsFor(pair, [{ ...target, maxToObjectIds: 9 }], [boss, buyer])).toEqual([
		{
			pair,
			category: 'USER_DEFINED',
			typeId: 38,
			label: 'Buyer',
			action: 'deleted',
			previousMaxToObjectIds: 7,
		},
	]);
});
