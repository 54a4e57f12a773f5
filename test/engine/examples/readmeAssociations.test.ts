import { startSimulator, type Simulator } from '../../simulator';
import { associationRun } from '../support/associations';
import { runHubSpotNode } from '../support/hubSpotNode';
import { readmeItems } from './readmeBlocks';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
});

afterEach(async () => {
	await simulator.close();
});

it('shows what becomes of rows by email and domain', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: associationRun('create', {
			fromRecordId: '={{ $json.email }}',
			toRecordId: '={{ $json.domain }}',
			options: { fromIdProperty: 'email', toIdProperty: 'domain' },
		}),
		items: readmeItems('lookup rows'),
	});
	expect(items).toHaveLength(1);
	expect(errorItems.map((item) => item.json)).toEqual(readmeItems('lookup refused'));
});

it('shows a row that is refused for a limit', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 2);
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: associationRun('create', { options: { checkLimits: true } }),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1001, to: 5002 },
			{ from: 1001, to: 5003 },
		],
	});
	expect(errorItems.map((item) => item.json)).toEqual(readmeItems('limit check refused'));
});

it.each([
	['delete', {}, 'delete done'],
	['getAll', { returnAll: true }, 'get many done'],
	['removeLabels', { labels: 'Decision Maker' }, 'remove labels done'],
])('shows what %s gives', async (operation, further, block) => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: associationRun(operation, further),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items.map((item) => item.json)).toEqual(readmeItems(block));
});
