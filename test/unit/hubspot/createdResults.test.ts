import {
	createAssociationsCall,
	createUnlabeledCall,
	labeledBodies,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const CUSTOM = objectPair('p1_car', 'p1_truck');
const BUYER = [{ category: 'USER_DEFINED', typeId: 12 }] as const;
const BOSS = [{ category: 'WORK', typeId: 3 }] as const;

const input = (fromId: string, toId: string, types: typeof BUYER | typeof BOSS = BUYER) => ({
	pair: PAIR,
	fromId: fromId as RecordId,
	toId: toId as RecordId,
	types,
});

const labeled = (fromType: string, from: string, to: string, labels?: unknown) => ({
	fromObjectTypeId: fromType,
	fromObjectId: from,
	toObjectTypeId: '0-2',
	toObjectId: to,
	labels,
});

function settleLabeled(...results: object[]) {
	return createAssociationsCall('2026-03', PAIR)
		.settle([input('1', '2'), input('3', '4')], answer(201, { results }))
		.map((outcome) => outcome.ok && outcome.value.labels);
}

it('takes the labels of each result, without null', () => {
	const results = [labeled('0-1', '1', '2', ['Buyer', null, 'Boss']), labeled('0-1', '3', '4', [])];
	expect(settleLabeled(...results)).toEqual([['Buyer', 'Boss'], []]);
});

it('takes no text for a list of labels', () => {
	const results = [labeled('0-1', '1', '2', 'Buyer'), labeled('0-1', '3', '4')];
	expect(settleLabeled(...results)).toEqual([[], []]);
});

it('reads the direction of each result, whichever stands before it', () => {
	expect(settleLabeled(labeled('0-1', '3', '4', []), labeled('0-3', '1', '2', []))).toEqual([
		false,
		[],
	]);
});

it('passes over results without ids, and keeps those that follow', () => {
	const results = [
		{ ...labeled('0-9', '1', '2'), toObjectId: undefined },
		{ ...labeled('0-9', '1', '2'), fromObjectId: null },
		labeled('0-1', '1', '2', ['Buyer']),
	];
	expect(settleLabeled(...results)).toEqual([['Buyer'], false]);
});

it.each([
	['names and ids where they are known', PAIR, ['contacts', '0-1'], ['companies', '0-2']],
	['spellings where they are not', CUSTOM, ['p1_car', 'p1_car'], ['p1_truck', 'p1_truck']],
])(
	'names the objects of an unlabeled association by %s',
	(_, pair, [fromName, from], [toName, to]) => {
		const results = [
			{ to: { id: '2' } },
			{ from: { id: '1' }, to: {} },
			{
				from: { id: 1 },
				to: { id: 2 },
				associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 },
			},
		];
		const inputs = [{ ...input('1', '2'), pair, types: [] }];
		expect(createUnlabeledCall('v4', pair).settle(inputs, answer(200, { results }))).toEqual([
			{
				ok: true,
				value: {
					fromObjectType: fromName,
					fromObjectId: '1',
					toObjectType: toName,
					toObjectId: '2',
					labels: [],
					fromObjectTypeId: from,
					toObjectTypeId: to,
				},
			},
		]);
	},
);

it('names the objects of a labeled association as far as HubSpot does, then by spellings', () => {
	const results = [
		{ fromObjectId: '1', toObjectTypeId: '2-77', toObjectId: '2', labels: ['Buyer'] },
	];
	const [outcome] = createAssociationsCall('v4', CUSTOM).settle(
		[{ ...input('1', '2'), pair: CUSTOM }],
		answer(201, { results }),
	);
	expect(outcome).toMatchObject({
		value: { fromObjectType: 'p1_car', fromObjectTypeId: 'p1_car', toObjectTypeId: '2-77' },
	});
});

it('writes a list of types out once, and each row has its own', () => {
	const written = labeledBodies([input('1', '2'), input('3', '4'), input('5', '6', BOSS)]);
	const [first, second, third] = written as Array<{ types: object[] }>;
	expect(second.types).toBe(first.types);
	expect(third.types).toEqual([{ associationCategory: 'WORK', associationTypeId: 3 }]);
});
