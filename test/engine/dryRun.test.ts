import type { INodeProperties } from 'n8n-workflow';
import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { byId, createAssociations, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';
import { simulatorForEachTest } from '../support/simulator';
import { associationRun, calls } from './support/associations';
import { CONTACTS_TO_COMPANIES } from './support/objectNames';

const simulator = simulatorForEachTest();

const DRY = { options: { dryRun: true } };

it('is on as soon as the option is added, and off without it', async () => {
	const { properties } = new HubSpotAssociations().description;
	const options = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];
	expect(options.find(({ name }) => name === 'dryRun')?.default).toBe(true);

	const ROWS = [{ from: 1001, to: 5001 }];
	await runHubSpotNode({ simulator, parameters: createAssociations(DRY), items: ROWS });
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(0);
	await runHubSpotNode({ simulator, parameters: createAssociations(), items: ROWS });
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(1);
});

it('says over the output that nothing was changed, and what would be', async () => {
	const { hints } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ labels: '={{ $json.role }}', ...DRY }),
		items: [
			{ from: 1001, to: 5001, role: 'Decision Maker' },
			{ from: 1001, to: 5001, role: 'Billing Contact' },
			{ from: 1002, to: 5002, role: 'Nobody' },
		],
	});
	expect(hints.map(({ message }) => message)).toEqual([
		'Dry run: nothing was changed · 3 items · 2 would be created · 1 would be refused · 1 would be merged with an earlier one · 1 request',
	]);
});

it('shows records, names of labels and the action, then the request', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ labels: ['USER_DEFINED:36', 'USER_DEFINED:99'], ...DRY }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items[0].json).toMatchObject({
		dryRun: true,
		action: 'created',
		...CONTACTS_TO_COMPANIES,
		fromObjectId: '1001',
		toObjectId: '5001',
		labels: ['Decision Maker', 'USER_DEFINED:99'],
	});
	expect(Object.keys(items[0].json)).toEqual([
		...['dryRun', 'action'],
		...['fromObjectType', 'fromObjectId', 'toObjectType', 'toObjectId', 'labels'],
		...['fromObjectTypeId', 'toObjectTypeId'],
		...['method', 'url', 'batch', 'input'],
	]);
});

it('names no label where an association is unlabeled, and asks for none', async () => {
	const { account } = simulator;
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ toObjectType: byId('={{ $json.object }}'), ...DRY }),
		items: [
			{ from: 1001, to: 5001, object: 'companies' },
			{ from: 1001, to: 9001, object: '2-77' },
		],
	});
	expect(items.map(({ json }) => json.labels)).toEqual([[], []]);
	expect(calls(simulator)).toEqual(['GET labels 0-1>2-77']);
	expect(account.associations('contacts', '2-77')).toEqual([]);
});

it('shows types as they were given where the labels cannot be read', async () => {
	simulator.faults.add({ path: /labels$/, fault: { kind: 'status', status: 403 } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ labels: ['USER_DEFINED:36'], ...DRY }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(errorItems).toEqual([]);
	expect(items[0].json.labels).toEqual(['USER_DEFINED:36']);
});

it('reads no labels to show a removal of whole associations', async () => {
	await runHubSpotNode({
		simulator,
		parameters: associationRun('delete', DRY),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(calls(simulator)).toEqual([]);
});

it('names the label of a limit that a sync would create', async () => {
	const { items, hints } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert', DRY),
		items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
	});
	expect(items[0].json).toMatchObject({ dryRun: true, action: 'created', label: 'Decision Maker' });
	expect(hints[0].message).toBe(
		'Dry run: nothing was changed · 1 item · 1 would be created · 2 requests',
	);
});
