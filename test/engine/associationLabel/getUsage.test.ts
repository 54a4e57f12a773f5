import type { INodeParameters } from 'n8n-workflow';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest({ behaviour: { labelsPerPair: 3 } });

function getUsage(scope: string, further: INodeParameters = {}): INodeParameters {
	return { resource: 'associationLabel', operation: 'getUsage', scope, ...further };
}

/** Of each request, all of them to the one call. */
function queries(): string[] {
	return simulator.requests.map(({ method, path, query }) => {
		expect(`${method} ${path}`).toBe('GET /crm/limits/2026-03/associations/labels');
		return query;
	});
}

const CONTACTS_TO_COMPANIES = {
	fromObjectType: 'contacts',
	toObjectType: 'companies',
	used: 2,
	allowed: 3,
	left: 1,
	percentage: 66.7,
	labels: ['Decision Maker', 'Billing Contact'],
	fromObjectTypeId: '0-1',
	toObjectTypeId: '0-2',
};

const PAIR: INodeParameters = {
	fromObjectType: fromList('contacts'),
	toObjectType: fromList('={{ $json.to }}'),
};

it('counts the labels of two objects, and shows a direction without any', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: getUsage('pair', PAIR),
		items: [{ to: 'companies' }, { to: '0-5' }, { to: '0-2' }],
	});
	const tickets = items[1].json;
	expect(items.map(({ json }) => json)).toEqual([
		CONTACTS_TO_COMPANIES,
		tickets,
		CONTACTS_TO_COMPANIES,
	]);
	expect(tickets).toMatchObject({ fromObjectType: 'contacts', toObjectType: 'tickets', used: 0 });
	expect(queries().sort()).toEqual([
		'?fromObjectTypeId=0-1&toObjectTypeId=0-2',
		'?fromObjectTypeId=0-1&toObjectTypeId=0-5',
	]);
});

it('counts the labels from one object, and of the account, in one request each', async () => {
	const one = await runHubSpotNode({
		simulator,
		parameters: getUsage('object', { fromObjectType: fromList('0-1') }),
		items: [{}],
	});
	expect(one.items.map(({ json }) => json)).toContainEqual(CONTACTS_TO_COMPANIES);
	expect(one.items.every(({ json }) => json.fromObjectTypeId === '0-1')).toBe(true);
	const all = await runHubSpotNode({ simulator, parameters: getUsage('all'), items: [{}] });
	expect(all.items.map(({ json }) => json)).toContainEqual(CONTACTS_TO_COMPANIES);
	expect(all.items.length).toBeGreaterThan(one.items.length);
	expect(queries()).toEqual(['?fromObjectTypeId=0-1', '']);
});
