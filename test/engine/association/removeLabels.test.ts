import type { INodeParameters } from 'n8n-workflow';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, calls } from '../support/associations';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

beforeEach(() => {
	simulator.account.associate('contacts', 'companies', '1001', '5001', [
		'Decision Maker',
		'Billing Contact',
		'Primary',
	]);
});

function removeLabels(labels: unknown, further: INodeParameters = {}): INodeParameters {
	return associationRun('removeLabels', { labels: labels as string, ...further });
}

function labelsLeft(): string[] {
	return simulator.account.associations('contacts', 'companies')[0].labels;
}

it.each(['v4', '2026-03', '2026-09'])(
	'takes labels off and leaves the others, in %s',
	async (apiVersion) => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: removeLabels(['USER_DEFINED:36'], { options: { apiVersion } }),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(items.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
			{
				json: {
					...CONTACTS_TO_COMPANIES,
					fromObjectId: '1001',
					toObjectId: '5001',
					removedLabels: ['USER_DEFINED:36'],
					removedTypes: [{ category: 'USER_DEFINED', typeId: 36, label: null }],
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(labelsLeft()).toEqual(['Billing Contact', 'Primary']);
		expect(calls(simulator)).toEqual(['labels/archive 0-1>0-2']);
	},
);

it('joins rows of the same two records, and reads the labels once for names', async () => {
	const { items, hints } = await runHubSpotNode({
		simulator,
		parameters: removeLabels('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: 'decision maker' },
			{ from: 1001, to: 5001, label: '38, Decision Maker' },
		],
	});
	const removed = {
		removedLabels: ['Decision Maker', 'Billing Contact'],
		removedTypes: [
			{ category: 'USER_DEFINED', typeId: 36, label: 'Decision Maker' },
			{ category: 'USER_DEFINED', typeId: 38, label: 'Billing Contact' },
		],
	};
	expect(items.map(({ json }) => json)).toMatchObject([removed, removed]);
	expect(labelsLeft()).toEqual(['Primary']);
	expect(calls(simulator)).toEqual(['GET labels 0-1>0-2', 'labels/archive 0-1>0-2']);
	expect(hints[0].message).toContain('1 merged with an earlier one');
});

it('takes labels off 4,500 associations in 3 requests, whatever the labels', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: removeLabels('={{ $json.label }}'),
		items: Array.from({ length: 4500 }, (_, index) => ({
			from: 1001 + index,
			to: 5001,
			label: index % 2 === 0 ? 'USER_DEFINED:36' : 'USER_DEFINED:38',
		})),
	});
	expect(items).toHaveLength(4500);
	expect(calls(simulator)).toEqual(Array(3).fill('labels/archive 0-1>0-2'));
});

it('refuses a row without labels and one with a label that does not exist', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: removeLabels('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: '' },
			{ from: 1001, to: 5001, label: 'Nobody' },
			{ from: 1001, to: 5001, label: 'Primary' },
		],
	});
	expect(items).toHaveLength(1);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		"'Label Names or IDs' is empty. Pick the labels to remove. To remove the whole association, use the Delete operation.",
		expect.stringContaining('There is no label "Nobody" for contacts → companies'),
	]);
	expect(labelsLeft()).toEqual(['Billing Contact', 'Decision Maker']);
});

it('refuses the type without a label, which would remove the association', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: removeLabels('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: 279 },
			{ from: 1001, to: 5001, label: 'HUBSPOT_DEFINED:279, Primary' },
			{ from: 1001, to: 5001, label: 36 },
		],
	});
	expect(items).toHaveLength(1);
	expect(errorItems.map(({ json }) => json.message)).toEqual(
		Array(2).fill(
			"HUBSPOT_DEFINED:279 in 'Label Names or IDs' is not a label but the association of contacts → companies itself. To remove the whole association, use the Delete operation.",
		),
	);
	expect(labelsLeft()).toEqual(['Billing Contact', 'Primary']);
});

describe('the type without a label, written as CATEGORY:typeId', () => {
	const UNLABELED =
		'is not a label but the association of contacts → companies itself. To remove the whole association, use the Delete operation.';

	it('is refused where no row needs the labels for another reason', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: removeLabels('={{ $json.label }}'),
			items: ['HUBSPOT_DEFINED:279', 'HUBSPOT_DEFINED:1', 'USER_DEFINED:36'].map((label) => ({
				from: 1001,
				to: 5001,
				label,
			})),
		});
		expect(items).toHaveLength(2);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			expect.stringContaining(UNLABELED),
		]);
		expect(labelsLeft()).toEqual(['Billing Contact']);
		expect(calls(simulator)).toEqual(['GET labels 0-1>0-2', 'labels/archive 0-1>0-2']);
	});

	it('is refused for a custom object, where its category is that of a label', async () => {
		const { account } = simulator;
		const [unlabeled] = account.labels('contacts', '2-77');
		account.associate('contacts', '2-77', '1001', '9001', ['Driver']);
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: removeLabels('={{ $json.label }}', { toObjectType: byId('2-77') }),
			items: [`USER_DEFINED:${unlabeled.typeId}`, 'USER_DEFINED:45'].map((label, index) => ({
				from: 1001 + index,
				to: 9001,
				label,
			})),
		});
		expect(items).toMatchObject([{ json: { removedLabels: ['Driver'] } }]);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			expect.stringContaining('is not a label but the association of contacts → 2-77 itself'),
		]);
		expect(account.associations('contacts', '2-77')).toHaveLength(1);
	});

	it.each([
		['HUBSPOT_DEFINED:1', '0-2', 5001],
		['USER_DEFINED:45', '2-77', 9001],
	])('refuses %s where the labels cannot be read to tell', async (label, object, to) => {
		simulator.faults.add({ path: /labels$/, fault: { kind: 'status', status: 403 } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: removeLabels([label], { toObjectType: byId(object) }),
			items: [{ from: 1001, to }],
		});
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(1);
		expect(calls(simulator)).toEqual([`GET labels 0-1>${object}`]);
	});
});

it('stops before anything is sent when a row has no labels and the node is set to stop', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: removeLabels('={{ $json.none }}'),
		items: [{ from: 1001, to: 5001 }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe("'Label Names or IDs' is empty [item 0]");
	expect(calls(simulator)).toEqual([]);
});

it('shows in a dry run what would be taken off', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: removeLabels(['USER_DEFINED:36'], { options: { dryRun: true } }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items[0].json).toMatchObject({
		dryRun: true,
		action: 'updated',
		removedLabels: ['Decision Maker'],
		batch: 1,
		input: {
			from: { id: '1001' },
			to: { id: '5001' },
			types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 36 }],
		},
	});
	expect(calls(simulator)).toEqual(['GET labels 0-1>0-2']);
});
