import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

beforeEach(() => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
});

const PURGE = 'POST /crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/purge';

it('removes limits in one request, where there is none too, and each only once', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete'),
		items: [{ type: 'USER_DEFINED:36' }, { type: 'USER_DEFINED:38' }, { type: 'USER_DEFINED:36' }],
	});
	expect(errorItems).toEqual([]);
	expect(items.map(({ json }) => json)).toEqual(
		[36, 38, 36].map((typeId) => ({
			deleted: true,
			...CONTACTS_TO_COMPANIES,
			category: 'USER_DEFINED',
			typeId,
		})),
	);
	expect(requestLines(simulator)).toEqual([PURGE]);
	expect(simulator.requests[0].body).toEqual({
		inputs: [
			{ category: 'USER_DEFINED', typeId: 36 },
			{ category: 'USER_DEFINED', typeId: 38 },
		],
	});
	expect(simulator.account.limitList()).toMatchObject([{ typeId: 279 }]);
});

it('finds a type by its label, and names it', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete', {
			associationType: { __rl: true, mode: 'label', value: 'decision maker' } as never,
		}),
		items: [{}],
	});
	expect(items[0].json).toMatchObject({ deleted: true, typeId: 36, label: 'Decision Maker' });
	expect(requestLines(simulator)).toEqual(['GET /crm/associations/2026-03/0-1/0-2/labels', PURGE]);
});

it('shows in a dry run what it would remove', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete', { options: { dryRun: true } }),
		items: [{ type: 'USER_DEFINED:36' }],
	});
	expect(items[0].json).toEqual({
		dryRun: true,
		action: 'deleted',
		...CONTACTS_TO_COMPANIES,
		label: 'Decision Maker',
		category: 'USER_DEFINED',
		typeId: 36,
		method: 'POST',
		url: `${simulator.url}${PURGE.slice('POST '.length)}`,
		batch: 1,
		input: { category: 'USER_DEFINED', typeId: 36 },
	});
	expect(requestLines(simulator)).toEqual(['GET /crm/associations/2026-03/0-1/0-2/labels']);
	expect(simulator.account.limitList()).toHaveLength(2);
});

it('does not call a limit deleted while HubSpot still works on it', async () => {
	simulator.faults.add({
		path: /purge$/,
		fault: { kind: 'status', status: 200, body: { status: 'PENDING', results: [] } },
	});
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete'),
		items: [{ type: 'USER_DEFINED:36' }],
	});
	expect(items).toEqual([]);
	expect(errorItems).toHaveLength(1);
});

it('refuses a type that is none before anything is sent', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete'),
		items: [{ type: 'USER_DEFINED:36' }, { type: 'USER_DEFINED:x' }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(
		'\'Association Type\' must be a type ID between 1 and 2147483647, but is "x" [item 1]',
	);
	expect(requestLines(simulator)).toEqual([]);
});

describe('an answer that does not say whether the limits were removed', () => {
	const READ = PURGE.replace('POST', 'GET').replace('/batch/purge', '');
	const purge = { method: 'POST', path: /purge$/ };

	async function remove() {
		return await runHubSpotNode({
			simulator,
			parameters: writeLimits('delete'),
			items: [{ type: 'USER_DEFINED:36' }, { type: 'USER_DEFINED:38' }],
		});
	}

	it.each([{}, { status: 'PENDING', results: [] }])(
		'is followed by a look at them: %j',
		async (body) => {
			simulator.faults.add({ ...purge, fault: { kind: 'status', status: 200, body } });
			const { items, errorItems } = await remove();
			expect(items.map(({ json }) => json.typeId)).toEqual([38]);
			expect(errorItems.map(({ json }) => json.error)).toEqual([
				expect.objectContaining({ state: 'unknown', typeId: 36 }),
			]);
			expect(requestLines(simulator)).toEqual([PURGE, READ]);
		},
	);

	it('leaves all of them open when they cannot be read', async () => {
		simulator.faults.add({ ...purge, fault: { kind: 'status', status: 200, body: {} } });
		simulator.faults.add({
			method: 'GET',
			times: Infinity,
			fault: { kind: 'status', status: 403 },
		});
		const { items, errorItems } = await remove();
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.objectContaining({ state: 'unknown' }),
			expect.objectContaining({ state: 'unknown' }),
		]);
	});
});
