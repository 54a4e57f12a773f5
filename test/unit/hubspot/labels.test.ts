import {
	findUnlabeledType,
	labelsIn,
	resolveLabel,
	type AmbiguousReference,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', '0-2');
const LABELS = labelsIn(
	answer(200, {
		results: [
			{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
			{ category: 'USER_DEFINED', typeId: 279, label: 'Buyer' },
			{ category: 'USER_DEFINED', typeId: 5, label: 'Boss' },
			{ category: 'USER_DEFINED', typeId: 6, label: 'boss' },
			{ category: 'ODD', typeId: 7, label: 'Odd' },
			{ category: 'USER_DEFINED', label: 'No id' },
		],
	}),
);

function resolve(reference: AmbiguousReference, labels = LABELS) {
	const outcome = resolveLabel(reference, labels, PAIR, 'Label Names or IDs');
	if (outcome.ok) return `${outcome.value.category}:${outcome.value.typeId}`;
	return `${outcome.failure.message}. ${outcome.failure.advice}`;
}

const named = (name: string) => resolve({ kind: 'name', name });

it('finds a label by its name, and by a name in other letters where only one fits', () => {
	expect(named('buyer')).toBe('USER_DEFINED:279');
	expect(named('Boss')).toBe('USER_DEFINED:5');
	expect(named('boss')).toBe('USER_DEFINED:6');
	expect(findUnlabeledType(LABELS)).toEqual({
		category: 'HUBSPOT_DEFINED',
		typeId: 279,
		label: null,
	});
});

it('asks for more where several fit', () => {
	expect(named('BOSS')).toBe(
		'The label "BOSS" for contacts → companies matches more than one association type (parameter \'Label Names or IDs\'). Use one of: USER_DEFINED:5, USER_DEFINED:6.',
	);
	expect(resolve({ kind: 'typeId', typeId: 279 })).toBe(
		"The association type with the ID 279 for contacts → companies matches more than one association type (parameter 'Label Names or IDs'). Use one of: HUBSPOT_DEFINED:279, USER_DEFINED:279.",
	);
});

it('takes a number for the other of a type ID and a name where there is no such one', () => {
	const labels = [
		{ category: 'USER_DEFINED' as const, typeId: 5, label: '6' },
		{ category: 'USER_DEFINED' as const, typeId: 6, label: '7' },
	];
	const found = (name: string) => [
		resolve({ kind: 'name', name }, labels),
		resolve({ kind: 'typeId', typeId: Number(name) }, labels),
	];
	expect(found('5')).toEqual(['USER_DEFINED:5', 'USER_DEFINED:5']);
	expect(found('6')).toEqual(['USER_DEFINED:5', 'USER_DEFINED:6']);
	expect(found('7')).toEqual(['USER_DEFINED:6', 'USER_DEFINED:6']);
});

it('lists what there is where none fits', () => {
	expect(named('Chief')).toBe(
		'There is no label "Chief" for contacts → companies (parameter \'Label Names or IDs\'). Available: unlabeled (HUBSPOT_DEFINED:279), "Buyer" (USER_DEFINED:279), "Boss" (USER_DEFINED:5), "boss" (USER_DEFINED:6).',
	);
	expect(resolve({ kind: 'typeId', typeId: 1 }, [])).toBe(
		"There is no association type with the ID 1 for contacts → companies (parameter 'Label Names or IDs'). Available: none.",
	);
});

it('lists ten labels of an account that has more', () => {
	const many = Array.from({ length: 300 }, (_, index) => ({
		category: 'USER_DEFINED' as const,
		typeId: index + 1,
		label: `Label ${index}`,
	}));
	const reference = { kind: 'name', name: 'Nobody' } as const;
	const outcome = resolveLabel(reference, many, objectPair('contacts', 'companies'), 'Label');
	expect(outcome).toMatchObject({
		failure: { advice: expect.stringMatching(/"Label 9" \(USER_DEFINED:10\) and 290 more\.$/) },
	});
});
