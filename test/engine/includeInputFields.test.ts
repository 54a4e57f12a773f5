import type { INodeParameters } from 'n8n-workflow';
import { createAssociations, fromList, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';
import { simulatorForEachTest } from '../support/simulator';
import { associationRun } from './support/associations';
import { CONTACTS_TO_COMPANIES } from './support/objectNames';

const simulator = simulatorForEachTest();

const INCLUDED = { options: { includeInputFields: true } };

const ADA = { from: 1001, to: 5001, name: 'Ada', tags: ['vip'] };

const CREATED = { ...CONTACTS_TO_COMPANIES, fromObjectId: '1001', toObjectId: '5001', labels: [] };

it('leaves the fields of the row out unless they are asked for', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations(),
		items: [ADA],
	});
	expect(items).toMatchObject([{ json: CREATED }]);
	expect(items[0].json).not.toHaveProperty('name');
});

it('puts the fields of the row first, and its own over those of the same name', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations(INCLUDED),
		items: [
			{ ...ADA, labels: 'old', toObjectId: 0 },
			{ ...ADA, name: 'Ada again' },
		],
	});
	expect(items).toEqual([
		{ json: { ...ADA, ...CREATED }, pairedItem: { item: 0 } },
		{ json: { ...ADA, ...CREATED, name: 'Ada again' }, pairedItem: { item: 1 } },
	]);
	expect(Object.keys(items[1].json).slice(0, 5)).toEqual([...Object.keys(ADA), 'fromObjectType']);
});

it('gives each item fields of its own', async () => {
	const input = [{ json: ADA }, { json: ADA }];
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations(INCLUDED),
		items: input,
	});
	(items[0].json.tags as string[]).push('changed');
	expect(items[1].json.tags).toEqual(['vip']);
	expect(input[0].json.tags).toEqual(['vip']);
});

it('adds the fields of the asking row to everything that is read for it', async () => {
	const { account } = simulator;
	for (const id of ['5001', '5002']) account.associate('contacts', 'companies', '1001', id);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: associationRun('getAll', { returnAll: true, ...INCLUDED }),
		items: [{ from: 1002, name: 'Bob' }, ADA],
	});
	expect(items.map(({ json }) => [json.name, json.toObjectId])).toEqual([
		['Ada', '5001'],
		['Ada', '5002'],
	]);
});

it.each<[string, INodeParameters]>([
	['delete', associationRun('delete', INCLUDED)],
	['removeLabels', associationRun('removeLabels', { labels: ['USER_DEFINED:36'], ...INCLUDED })],
	['limit update', writeLimits('update', INCLUDED)],
	['limit upsert', writeLimits('upsert', INCLUDED)],
	['limit delete', writeLimits('delete', INCLUDED)],
	[
		'limits of the account',
		{ resource: 'associationLimit', operation: 'getAll', scope: 'all', ...INCLUDED },
	],
	[
		'labels',
		{
			resource: 'associationLabel',
			operation: 'getAll',
			fromObjectType: fromList('0-1'),
			toObjectType: fromList('0-2'),
			...INCLUDED,
		},
	],
	['a dry run', createAssociations({ options: { includeInputFields: true, dryRun: true } })],
])('adds them to the items of %s', async (_, parameters) => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters,
		items: [{ ...ADA, type: 'USER_DEFINED:36', maximum: 3 }],
	});
	expect(errorItems).toEqual([]);
	expect(items.length).toBeGreaterThan(0);
	for (const { json } of items) expect(json).toMatchObject({ name: 'Ada', tags: ['vip'] });
});

it('does not give the items of deletions that no row asked for the fields of a row', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('sync', {
			options: { includeInputFields: true, deleteUnlisted: true },
		}),
		items: [{ ...ADA, type: 'USER_DEFINED:36', maximum: 3 }],
	});
	expect(items.map(({ json }) => [json.action, json.name])).toEqual([
		['created', 'Ada'],
		['deleted', undefined],
	]);
});

describe('a row that fails', () => {
	const LOST = { ...ADA, from: 999_999, error: 'old' };

	it('leaves by the error output with its fields once', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: createAssociations(INCLUDED),
			items: [ADA, LOST],
		});
		expect(items).toHaveLength(1);
		expect(errorItems).toMatchObject([
			{ json: { ...LOST, error: { state: 'refused' }, message: expect.any(String) } },
		]);
	});

	it.each([true, false])('stands beside its failure where the run continues: %s', async (isOn) => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ options: { includeInputFields: isOn } }),
			items: [LOST, ADA],
			onError: 'continueRegularOutput',
		});
		const fields = isOn ? { name: 'Ada', tags: ['vip'], from: 999_999, to: 5001 } : {};
		expect(items).toHaveLength(2);
		expect(items[0].json).toEqual({
			...fields,
			error: expect.objectContaining({ state: 'refused' }),
			message: expect.any(String),
		});
		expect(items[1].json).toMatchObject(CREATED);
	});

	it('no longer shows its failure once it is sent again and done', async () => {
		const again = { ...ADA, error: { state: 'unknown', retryable: true }, message: 'Run again.' };
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations(INCLUDED),
			items: [again, { ...ADA, error: 'mine', message: 'mine' }],
		});
		expect(items.map(({ json }) => json)).toEqual([
			{ ...ADA, ...CREATED },
			{ ...ADA, ...CREATED, error: 'mine', message: 'mine' },
		]);
	});
});
