import {
	inverseLabels,
	limitRulesOf,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/recordLimits';

const UNLABELED = { category: 'USER_DEFINED', typeId: 7, label: null } as const;
const BUYER = { category: 'USER_DEFINED', typeId: 8, label: 'Buyer' } as const;

it('takes the limit of the unlabeled type for the object limit, whatever its category', () => {
	const rules = limitRulesOf(
		[
			{ ...UNLABELED, maxToObjectIds: 5 },
			{ ...BUYER, maxToObjectIds: 2 },
		],
		[UNLABELED, BUYER],
	);
	expect(rules.object).toBe(5);
	expect(rules.labels).toEqual(new Map([['USER_DEFINED:8', { label: 'Buyer', maximum: 2 }]]));
});

it('learns from the labels that a limit without a label in the answer has one', () => {
	const rules = limitRulesOf([{ ...BUYER, label: null, maxToObjectIds: 2 }], [UNLABELED, BUYER]);
	expect(rules.object).toBeUndefined();
	expect(rules.labels.get('USER_DEFINED:8')?.label).toBe('Buyer');
});

it('takes the label of a limit from its own answer where the labels do not list it', () => {
	const rules = limitRulesOf([{ ...BUYER, maxToObjectIds: 2 }], [UNLABELED]);
	expect(rules.labels.get('USER_DEFINED:8')).toEqual({ label: 'Buyer', maximum: 2 });
});

it('finds the other end of a label by its name, and of none that is there twice or not at all', () => {
	const label = (typeId: number, text: string | null) =>
		({ category: 'USER_DEFINED', typeId, label: text }) as const;
	const inverses = inverseLabels(
		[label(1, null), label(2, 'Owner'), label(3, 'Manager'), label(4, 'Twice')],
		[
			label(11, null),
			label(12, 'Owner'),
			label(13, 'Report'),
			label(14, 'Twice'),
			label(15, 'Twice'),
		],
	);
	expect(inverses).toEqual(new Map([['USER_DEFINED:2', 'USER_DEFINED:12']]));
});
