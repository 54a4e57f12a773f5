import { readAssociationsCall } from '../../../nodes/HubSpotAssociations/hubspot/associations/readAssociations';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';

const from = parseObjectType('0-1') ?? { spelling: '0-1', key: '0-1' };
const call = readAssociationsCall('2026-03', { from, to: from });

function settle(ids: string[], body: object) {
	const inputs = ids.map((fromId) => ({ fromId }));
	return call
		.settle(inputs, { status: 207, headers: {}, body })
		.map((one) => (one.ok ? one.value : one.failure.message));
}

const NONE = {
	category: 'OBJECT_NOT_FOUND',
	subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
};

it('reads ids that are numbers, and pages', () => {
	const results = [
		{
			from: { id: 2 },
			to: [{ toObjectId: 5, associationTypes: [] }],
			paging: { next: { after: 7 } },
		},
		{ from: { id: '1' }, to: [] },
	];
	expect(settle(['1', '2'], { results })).toEqual([
		{ associated: [], after: undefined },
		{ associated: [{ toId: '5', types: [] }], after: '7' },
	]);
});

describe('a record that has two results', () => {
	const BUYER = { category: 'USER_DEFINED', typeId: 36, label: 'Buyer' };
	const UNLABELED = { category: 'HUBSPOT_DEFINED', typeId: 279, label: null };
	const to = (toObjectId: string, ...associationTypes: object[]) => ({
		toObjectId,
		associationTypes,
	});
	const next = (after: string) => ({ paging: { next: { after } } });

	it('has what both of them list, and each associated record once', () => {
		const results = [
			{ from: { id: '1' }, to: [to('5', UNLABELED), to('6', UNLABELED)] },
			{ from: { id: '2' }, to: [] },
			{ from: { id: 1 }, to: [to('7'), to('5', BUYER, UNLABELED)], ...next('9') },
		];
		expect(settle(['1', '2'], { results })).toEqual([
			{
				associated: [
					{ toId: '5', types: [UNLABELED, BUYER] },
					{ toId: '6', types: [UNLABELED] },
					{ toId: '7', types: [] },
				],
				after: '9',
			},
			{ associated: [], after: undefined },
		]);
	});

	it('keeps the next page that either names', () => {
		const results = [
			{ from: { id: '1' }, to: [], ...next('9') },
			{ from: { id: '1' }, to: [to('5')] },
		];
		expect(settle(['1'], { results })).toEqual([
			{ associated: [{ toId: '5', types: [] }], after: '9' },
		]);
	});

	it('is not read where they name different next pages', () => {
		const results = [
			{ from: { id: '1' }, to: [], ...next('8') },
			{ from: { id: '1' }, to: [], ...next('9') },
			{ from: { id: '2' }, to: [] },
		];
		expect(settle(['1', '2'], { results })).toEqual([
			expect.stringContaining('did not include this row'),
			{ associated: [], after: undefined },
		]);
	});
});

it('takes a record without associations for an empty list, by its id alone', () => {
	const named = { ...NONE, message: 'No.', context: { id: ['1', '2'] } };
	expect(settle(['1', '2'], { results: [], errors: [named] })).toEqual([
		{ associated: [] },
		{ associated: [] },
	]);
	expect(settle(['1'], { results: [], errors: [{ ...NONE, message: 'No one.' }] })).toEqual([
		'No one',
	]);
});

it('believes neither silence nor another refusal', () => {
	const refusal = {
		category: 'OBJECT_NOT_FOUND',
		message: 'No such record.',
		context: { id: ['2'] },
	};
	expect(settle(['1', '2'], { results: [], errors: [refusal] })).toEqual([
		expect.stringContaining('did not include this row'),
		'No such record',
	]);
});

it('leaves out what is no association', () => {
	const results = [
		{
			from: { id: '1' },
			to: [
				{ associationTypes: [] },
				'x',
				{
					toObjectId: '5',
					associationTypes: [
						{ category: 'WORK', typeId: 3, label: '' },
						{ category: 'NEW_KIND', typeId: 4, label: 'x' },
						{ category: 'WORK', typeId: 'x' },
					],
				},
			],
		},
		{ from: {}, to: [] },
	];
	expect(settle(['1'], { results })).toEqual([
		{
			associated: [
				{
					toId: '5',
					types: [{ category: 'WORK', typeId: 3, label: null }],
					unreadable: ['x', null],
				},
			],
			after: undefined,
		},
	]);
});

it('blames the records that the refusal of a whole batch names', () => {
	const refusal = {
		message: 'x',
		state: 'refused',
		retryable: false,
		context: { id: ['2'] },
	} as const;
	expect(call.blamed([{ fromId: '1' }, { fromId: '2' }], refusal)).toEqual([1]);
});
