import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

const LABELS = '/crm/associations/2026-03/0-1/0-2/labels';
const REVERSE = '/crm/associations/2026-03/0-2/0-1/labels';

function onLabel(operation: string, further: INodeParameters = {}): INodeParameters {
	return {
		resource: 'associationLabel',
		operation,
		fromObjectType: fromList('0-1'),
		toObjectType: fromList('0-2'),
		associationType: fromList('={{ $json.type }}'),
		label: '={{ $json.label }}',
		inverseLabel: '={{ $json.inverse }}',
		returnAll: true,
		...further,
	};
}

function label(typeId: number, from = 'contacts', to = 'companies') {
	return simulator.account.labels(from, to).find((one) => one.typeId === typeId)?.label;
}

const decisionMaker = {
	...CONTACTS_TO_COMPANIES,
	category: 'USER_DEFINED',
	typeId: 36,
};

describe('Get Many', () => {
	it('gives every type of each pair, and reads a pair once', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: onLabel('getAll'),
			items: [{}, {}],
		});
		expect(items).toHaveLength(8);
		expect(items.slice(0, 4).map(({ json }) => [json.category, json.typeId, json.label])).toEqual(
			expect.arrayContaining([
				['HUBSPOT_DEFINED', 279, null],
				['HUBSPOT_DEFINED', 1, 'Primary'],
				['USER_DEFINED', 36, 'Decision Maker'],
				['USER_DEFINED', 38, 'Billing Contact'],
			]),
		);
		expect(items[7].pairedItem).toEqual({ item: 1 });
		expect(requestLines(simulator)).toEqual([`GET ${LABELS}`]);
	});
});

describe('Update', () => {
	it('changes the texts of a label, one request a label', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel('update'),
			items: [
				{ type: 'USER_DEFINED:36', label: 'Decider', inverse: 'Decided' },
				{ type: 'USER_DEFINED:38', label: 'Payer' },
				{ type: 'USER_DEFINED:36', label: 'Decider', inverse: 'Decided' },
			],
		});
		expect(errorItems).toEqual([]);
		const decider = { ...decisionMaker, label: 'Decider', inverseLabel: 'Decided' };
		expect(items.map(({ json }) => json)).toEqual([
			decider,
			{ ...decisionMaker, typeId: 38, label: 'Payer' },
			decider,
		]);
		expect([label(36), label(37, 'companies', 'contacts'), label(38)]).toEqual([
			'Decider',
			'Decided',
			'Payer',
		]);
		// One row gives one text only: both directions are read for the other.
		expect(requestLines(simulator).sort()).toEqual([
			`GET ${LABELS}`,
			`GET ${REVERSE}`,
			`PUT ${LABELS}`,
			`PUT ${LABELS}`,
		]);
	});

	it('reads nothing where both texts are given', async () => {
		await runHubSpotNode({
			simulator,
			parameters: onLabel('update'),
			items: [{ type: 'USER_DEFINED:36', label: 'Decider', inverse: 'Decided' }],
		});
		expect(requestLines(simulator)).toEqual([`PUT ${LABELS}`]);
	});

	it('keeps the label where only the inverse is given', async () => {
		await runHubSpotNode({
			simulator,
			parameters: onLabel('update'),
			items: [{ type: 36, inverse: 'Decided' }],
		});
		expect([label(36), label(37, 'companies', 'contacts')]).toEqual(['Decision Maker', 'Decided']);
		expect(requestLines(simulator)).toEqual([`GET ${LABELS}`, `PUT ${LABELS}`]);
	});

	it('refuses what cannot be meant', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel('update'),
			items: [
				{ type: 'USER_DEFINED:36' },
				{ type: 'HUBSPOT_DEFINED:279', label: 'Works At' },
				{ type: 'Primary', label: 'Main' },
				{ type: 'Nobody', label: 'Somebody' },
				{ type: 'USER_DEFINED:38', label: 'Payer' },
				{ type: 'USER_DEFINED:38', label: 'Buyer' },
			],
		});
		expect(errorItems.map(reasonOf)).toEqual([
			"'New Label' and 'New Inverse Label' are both empty [item 0]",
			"'Label' is HUBSPOT_DEFINED:279 of contacts → companies, which your account did not create [item 1]",
			"'Label' is HUBSPOT_DEFINED:1 of contacts → companies, which your account did not create [item 2]",
			'There is no label "Nobody" for contacts → companies (parameter \'Label\') [item 3]',
			'Items give different texts for the same label of contacts → companies, USER_DEFINED:38: items 4, 5 [item 4]',
			'Items give different texts for the same label of contacts → companies, USER_DEFINED:38: items 4, 5 [item 5]',
		]);
		expect(requestLines(simulator).sort()).toEqual([`GET ${LABELS}`, `GET ${REVERSE}`]);
	});

	describe('with one text alone', () => {
		const MANAGERS = { fromObjectType: fromList('0-1'), toObjectType: fromList('0-1') };

		async function rename(items: IDataObject[], further: INodeParameters = {}) {
			return await runHubSpotNode({
				simulator,
				parameters: onLabel('update', further),
				items,
			});
		}

		it.each(['v4', '2026-03', '2026-09'])('keeps the other side (%s)', async (apiVersion) => {
			const { items } = await rename([{ type: 'Decision Maker', label: 'Decider' }], {
				options: { apiVersion },
			});
			expect(items[0].json).toMatchObject({ label: 'Decider', inverseLabel: 'Decided By' });
			expect([label(36), label(37, 'companies', 'contacts')]).toEqual(['Decider', 'Decided By']);
		});

		it('finds the other side by its internal name where the labels leave it open', async () => {
			await rename([{ type: 42, label: 'Boss' }], MANAGERS);
			expect([42, 43, 44].map((typeId) => label(typeId, 'contacts', 'contacts'))).toEqual([
				'Boss',
				'Report',
				'Colleague',
			]);
			expect(requestLines(simulator)).toEqual([
				'GET /crm/associations/2026-03/0-1/0-1/labels',
				'GET /crm-object-schemas/2026-03/schemas/0-1',
				'PUT /crm/associations/2026-03/0-1/0-1/labels',
			]);
		});

		it('knows a label that is alone by its internal name', async () => {
			const { items } = await rename([{ type: 44, label: 'Peer' }], MANAGERS);
			expect(items[0].json).not.toHaveProperty('inverseLabel');
			expect(label(44, 'contacts', 'contacts')).toBe('Peer');
		});

		it('asks for both texts where HubSpot does not show the names, and sends nothing', async () => {
			simulator.faults.add({ path: /schemas/, fault: { kind: 'status', status: 403 } });
			const { errorItems } = await rename([{ type: 42, label: 'Boss' }], MANAGERS);
			expect(errorItems[0].json.message).toBe(
				`HubSpot does not say how the label "Manager" of contacts → contacts reads from the other side. Enter both 'New Label' and 'New Inverse Label': HubSpot would put one text on both sides.`,
			);
			expect(label(42, 'contacts', 'contacts')).toBe('Manager');
		});

		it('changes both sides where two rows change one each, in any order', async () => {
			const sides = [
				{ type: 36, label: 'Decider', from: '0-1', to: '0-2' },
				{ type: 37, label: 'Decided', from: '0-2', to: '0-1' },
			];
			const objects = {
				fromObjectType: byId('={{ $json.from }}'),
				toObjectType: byId('={{ $json.to }}'),
			};
			const { items } = await rename(sides, objects);
			expect(items.map(({ json }) => [json.label, json.inverseLabel])).toEqual([
				['Decider', 'Decided'],
				['Decided', 'Decider'],
			]);
			expect([label(36), label(37, 'companies', 'contacts')]).toEqual(['Decider', 'Decided']);
		});

		it('changes nothing where the other direction cannot be read', async () => {
			simulator.faults.add({ path: /0-2\/0-1\/labels/, fault: { kind: 'status', status: 403 } });
			const { errorItems } = await rename([{ type: 36, label: 'Decider' }]);
			expect(errorItems[0].json.error).toMatchObject({ status: 403 });
			expect(label(36)).toBe('Decision Maker');
		});

		it('refuses a type that the objects do not have before anything is sent', async () => {
			const { errorItems } = await rename([{ type: 'USER_DEFINED:99', label: 'Decider' }]);
			expect(errorItems.map(reasonOf)).toEqual([
				'There is no label USER_DEFINED:99 for contacts → companies [item 0]',
			]);
			expect(requestLines(simulator).join()).not.toContain('PUT');
		});
	});
});

describe('Delete', () => {
	it('deletes a label once, in both directions', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel('delete'),
			items: [{ type: 'USER_DEFINED:36' }, { type: 'Billing Contact' }, { type: 36 }],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json)).toEqual([
			{ deleted: true, ...decisionMaker, label: 'Decision Maker' },
			{ deleted: true, ...decisionMaker, typeId: 38, label: 'Billing Contact' },
			{ deleted: true, ...decisionMaker, label: 'Decision Maker' },
		]);
		expect([label(36), label(37, 'companies', 'contacts')]).toEqual([undefined, undefined]);
		expect(requestLines(simulator).sort()).toEqual([
			`DELETE ${LABELS}/36`,
			`DELETE ${LABELS}/38`,
			`GET ${LABELS}`,
		]);
	});

	it('refuses a label that the account did not make, and sends nothing', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: onLabel('delete'),
			items: [{ type: 'HUBSPOT_DEFINED:1' }],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('which your account did not create');
		expect(error?.description).toContain('Pick a label of the category USER_DEFINED');
		expect(requestLines(simulator)).toEqual([]);
	});

	it('takes a label for deleted that is gone after a lost answer', async () => {
		simulator.faults.add({ method: 'DELETE', fault: { kind: 'lostAfter' } });
		const { items } = await runHubSpotNode({
			simulator,
			parameters: onLabel('delete'),
			items: [{ type: 'USER_DEFINED:36' }],
		});
		expect(items).toMatchObject([{ json: { deleted: true, typeId: 36 } }]);
		expect(requestLines(simulator)).toEqual([`DELETE ${LABELS}/36`, `GET ${LABELS}`]);
	});

	it('keeps a label that does not exist to its own item', async () => {
		simulator.faults.add({ path: /99$/, fault: { kind: 'status', status: 404 } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel('delete', { options: { maxConcurrency: 1 } }),
			items: [{ type: 'USER_DEFINED:99' }, { type: 'USER_DEFINED:36' }],
		});
		expect(items).toMatchObject([{ json: { typeId: 36 }, pairedItem: { item: 1 } }]);
		expect(errorItems).toMatchObject([{ json: { error: { status: 404, typeId: 99 } } }]);
	});

	it('only reads in a dry run', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: onLabel('delete', {
				associationType: byId('USER_DEFINED:36'),
				options: { dryRun: true },
			}),
			items: [{}],
		});
		expect(items[0].json).toMatchObject({
			dryRun: true,
			action: 'deleted',
			label: 'Decision Maker',
			method: 'DELETE',
			url: `${simulator.url}${LABELS}/36`,
		});
		expect(requestLines(simulator)).toEqual([`GET ${LABELS}`]);
	});
});
