import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from '../../../nodes/HubSpotAssociations/hubspot/baseUrl';
import { startSimulator, type Simulator } from '../../simulator';
import { byId, createAssociations, runHubSpotNode, writeLimits } from '../support/hubSpotNode';
import { readmeBlock, readmeItems } from './readmeBlocks';

function jsonOf(items: INodeExecutionData[]): IDataObject[] {
	return items.map((item) => item.json);
}

function atHubSpot(items: INodeExecutionData[]): IDataObject[] {
	return jsonOf(items).map(({ url, ...rest }) => ({
		...rest,
		url: String(url).replace(simulator.url, DEFAULT_BASE_URL),
	}));
}

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => {
	await simulator.close();
});

it('shows what associating the rows gives', async () => {
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({
			fromRecordId: '={{ $json.contact }}',
			toRecordId: '={{ $json.company }}',
			labels: '={{ $json.role }}',
		}),
		items: readmeItems('create rows'),
	});
	expect(jsonOf(items)).toEqual(readmeItems('create done'));
	expect(jsonOf(errorItems)).toEqual(readmeItems('create refused'));
	expect(hints.map(({ message }) => message)).toEqual([readmeBlock('create summary')]);
});

it('shows what creating a limit gives', async () => {
	const associationType = { __rl: true, mode: 'label', value: 'Decision Maker' };
	const { items } = await runHubSpotNode({
		simulator,
		parameters: { ...writeLimits('create', { maxToObjectIds: 2 }), associationType },
		items: [{}],
	});
	expect(jsonOf(items)).toEqual(readmeItems('limit create'));
});

it('shows what updating a limit gives', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update', {
			associationType: byId('HUBSPOT_DEFINED:279'),
			maxToObjectIds: 3,
		}),
		items: [{}],
	});
	expect(jsonOf(items)).toEqual(readmeItems('limit update'));
});

it('shows what a dry run gives', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ labels: ['USER_DEFINED:36'], options: { dryRun: true } }),
		items: [{ from: '1001', to: '5001' }],
	});
	expect(atHubSpot(items)).toEqual(readmeItems('dry run'));
});

it('shows the plan of a sync', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: {
			...writeLimits('sync', { options: { dryRun: true } }),
			fromObjectType: byId('contacts'),
			toObjectType: byId('companies'),
			associationType: { __rl: true, mode: 'label', value: 'Decision Maker' },
			maxToObjectIds: 2,
		},
		items: [{}],
	});
	expect(atHubSpot(items)).toEqual(readmeItems('limit sync plan'));
});

it('shows what creating a pair of labels gives', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: {
			resource: 'associationLabel',
			operation: 'create',
			fromObjectType: byId('contacts'),
			toObjectType: byId('companies'),
			label: 'Account Manager',
			inverseLabel: 'Managed Account',
		},
		items: [{}],
	});
	expect(jsonOf(items)).toEqual(readmeItems('label create'));
});
