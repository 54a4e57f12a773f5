import { createAssociations, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

it('associates without a label by the default call, in one request', async () => {
	const { items, errorItems, error } = await runHubSpotNode({
		simulator,
		parameters: createAssociations(),
		items: [
			{ from: 1001, to: '5001' },
			{ from: '1002', to: 5002 },
		],
	});
	expect(error).toBeUndefined();
	expect(errorItems).toEqual([]);
	expect(items.map((item) => item.json)).toEqual([
		{
			...CONTACTS_TO_COMPANIES,
			fromObjectId: '1001',
			toObjectId: '5001',
			labels: [],
		},
		{
			...CONTACTS_TO_COMPANIES,
			fromObjectId: '1002',
			toObjectId: '5002',
			labels: [],
		},
	]);
	expect(items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'POST /crm/associations/2026-03/0-1/0-2/batch/associate/default',
	]);
});
