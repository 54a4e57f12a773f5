import type { INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { byId, runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { errorOf, reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

const WRITES = ['create', 'update'];
const PATH = '/crm/associations/2026-03/definitions/configurations/0-1/0-2/batch';

describe.each(WRITES)('%s', (operation) => {
	it.each(API_VERSIONS)(
		'sends the documented body to %s, one request a pair',
		async (apiVersion) => {
			const { items, errorItems, hints } = await runHubSpotNode({
				simulator,
				parameters: writeLimits(operation, {
					toObjectType: byId('={{ $json.to }}'),
					options: { apiVersion },
				}),
				items: [
					{ to: '0-2', type: 'HUBSPOT_DEFINED:279', maximum: 10 },
					{ to: '0-3', type: 'USER_DEFINED:40', maximum: '3' },
					{ to: '0-2', type: 'USER_DEFINED:36', maximum: 5 },
					{ to: 'companies', type: 'USER_DEFINED:36', maximum: 5 },
				],
			});
			expect(errorItems).toEqual([]);
			expect(
				items.map(({ json }) => [json.toObjectType, json.typeId, json.maxToObjectIds]),
			).toEqual([
				['companies', 279, 10],
				['deals', 40, 3],
				['companies', 36, 5],
				['companies', 36, 5],
			]);
			const root = `/crm/associations/${apiVersion}/definitions/configurations/0-1`;
			expect(simulator.requests.map(({ path, body }) => [path, body])).toEqual(
				expect.arrayContaining([
					[
						`${root}/0-2/batch/${operation}`,
						{
							inputs: [
								{ category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 10 },
								{ category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 5 },
							],
						},
					],
					[
						`${root}/0-3/batch/${operation}`,
						{ inputs: [{ category: 'USER_DEFINED', typeId: 40, maxToObjectIds: 3 }] },
					],
				]),
			);
			expect(hints[0].message).toBe('4 items · 4 done · 1 merged with an earlier one · 2 requests');
		},
	);

	it('keeps each refusal to its own item', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation),
			items: [
				{ type: 'HUBSPOT_DEFINED:5', maximum: 5 },
				{ type: 'USER_DEFINED:36', maximum: 5 },
				{ type: 'USER_DEFINED:38', maximum: 20_000 },
				{ type: 'WRONG:1', maximum: 5 },
				{ type: 'USER_DEFINED:38', maximum: 1.5 },
			],
		});
		expect(items).toMatchObject([{ json: { typeId: 36 }, pairedItem: { item: 1 } }]);
		expect(errorItems.map(reasonOf)).toEqual([
			'0-5 is not a valid association type between CONTACT and COMPANY [item 0]',
			expect.stringContaining('1-38 cannot have a limit of 20000'),
			"'Association Type' uses the category WRONG, which HubSpot does not have [item 3]",
			"'Maximum Associated Records' must be a whole number between 1 and 2147483647, but is 1.5 [item 4]",
		]);
		expect(errorOf(errorItems[0])).toMatchObject({
			subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
			associationCategory: 'HUBSPOT_DEFINED',
			typeId: 5,
			maxToObjectIds: 5,
		});
	});

	it('reads the labels of a pair once for names and bare type ids', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation, {
				associationType: '={{ $json.type }}' as unknown as INodeParameters,
			}),
			items: [
				{ type: 'Decision Maker', maximum: 5 },
				{ type: 38, maximum: 5 },
				{ type: 'Nobody', maximum: 5 },
			],
		});
		expect(items.map(({ json }) => [json.typeId, json.label])).toEqual([
			[36, 'Decision Maker'],
			[38, 'Billing Contact'],
		]);
		expect(errorItems[0].json.message).toContain(
			'Available: unlabeled (HUBSPOT_DEFINED:279), "Primary" (HUBSPOT_DEFINED:1)',
		);
		expect(requestLines(simulator)).toEqual([
			'GET /crm/associations/2026-03/0-1/0-2/labels',
			`POST ${PATH}/${operation}`,
		]);
	});

	it('refuses items that contradict each other, and sends nothing', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation),
			items: [
				{ type: 'USER_DEFINED:36', maximum: 5 },
				{ type: 'USER_DEFINED:36', maximum: 6 },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe(
			'Items set different maximums for the same limit of contacts → companies, USER_DEFINED:36: items 0, 1 [item 0]',
		);
		expect(requestLines(simulator)).toEqual([]);
	});

	it('shows in a dry run what it would send', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation, { options: { dryRun: true } }),
			items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
		});
		expect(items[0].json).toEqual({
			dryRun: true,
			action: `${operation}d`,
			...CONTACTS_TO_COMPANIES,
			label: 'Decision Maker',
			maxToObjectIds: 5,
			category: 'USER_DEFINED',
			typeId: 36,
			method: 'POST',
			url: `${simulator.url}${PATH}/${operation}`,
			batch: 1,
			input: { category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 5 },
		});
		expect(requestLines(simulator)).toEqual(['GET /crm/associations/2026-03/0-1/0-2/labels']);
	});

	it('sets a limit once when the answer is lost', async () => {
		simulator.faults.add({ method: 'POST', fault: { kind: 'lostAfter' } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation),
			items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
		});
		expect(errorItems).toEqual([]);
		expect(items[0].json).toMatchObject({ maxToObjectIds: 5 });
		expect(simulator.account.limitList()).toMatchObject([{ typeId: 36, maxToObjectIds: 5 }]);
	});
});

it('does not take a limit that exists for created', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 7);
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('create'),
		items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
	});
	expect(errorItems).toHaveLength(1);
	expect(simulator.account.limitList()).toMatchObject([{ maxToObjectIds: 7 }]);
});

it('shows the label that was picked from the list, which the answer to an update does not name', async () => {
	const picked = {
		__rl: true,
		mode: 'list',
		value: 'USER_DEFINED:36',
		cachedResultName: 'Decision Maker (36) · limit 5',
	};
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update', { associationType: picked as never }),
		items: [{ maximum: 4 }],
	});
	expect(items[0].json).toMatchObject({ label: 'Decision Maker', typeId: 36, maxToObjectIds: 4 });
	expect(requestLines(simulator)).toEqual([
		'POST /crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/update',
	]);
});
