import {
	createAssociationsCall,
	type AssociationInput,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { objectPair, recordIds } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');

describe('a batch that is refused for an association type', () => {
	const typed = (...types: AssociationInput['types']): AssociationInput => ({
		pair: PAIR,
		...recordIds('1>2'),
		types,
	});
	const hubSpots5 = { category: 'HUBSPOT_DEFINED', typeId: 5 } as const;
	const users5 = { category: 'USER_DEFINED', typeId: 5 } as const;
	const integrators5 = { category: 'INTEGRATOR_DEFINED', typeId: 5 } as const;
	const rows = [
		typed(hubSpots5),
		typed(users5),
		typed({ category: 'USER_DEFINED', typeId: 12 }, hubSpots5),
		typed(),
	];
	const refusal = (type: string, subCategory = 'crm.associations.INVALID_ASSOCIATION_TYPE') => ({
		...({
			message: 'No',
			state: 'refused',
			retryable: false,
			subCategory,
		} as const),
		context: { type: [type], fromObjectType: ['CONTACT'] },
	});

	it.each([
		['0-5', [0, 2]],
		['2-5', [1]],
		['0-6', []],
		['5', []],
	])('blames the rows with the type %s', (type, positions) => {
		expect(createAssociationsCall('2026-03', PAIR).blamed(rows, refusal(type))).toEqual(positions);
	});

	it('blames no row where two categories could be meant, nor for another reason', () => {
		expect(
			createAssociationsCall('2026-03', PAIR).blamed(
				[...rows, typed(integrators5)],
				refusal('2-5'),
			),
		).toEqual([]);
		expect(
			createAssociationsCall('2026-03', PAIR).blamed(
				rows,
				refusal('0-5', 'crm.associations.LIMIT'),
			),
		).toEqual([]);
	});

	it('blames the rows whose records it names, whatever type it names', () => {
		const others = ['1>2', '3>2'].map((key) => ({ ...typed(hubSpots5), ...recordIds(key) }));
		const error = refusal('0-5');
		const named = { ...error, context: { ...error.context, fromObjectId: ['3'] } };
		expect(createAssociationsCall('2026-03', PAIR).blamed(others, named)).toEqual([1]);
	});

	it('blames no row by a sub-category that only begins alike, or by none', () => {
		const { blamed } = createAssociationsCall('2026-03', PAIR);
		expect(blamed(rows, refusal('0-5', 'crm.associations.INVALID_ASSOCIATION_TYPE_COUNT'))).toEqual(
			[],
		);
		expect(blamed(rows, { ...refusal('0-5'), subCategory: undefined })).toEqual([]);
	});
});
