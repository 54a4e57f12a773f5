import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

const LIMITS = '/crm/associations/2026-03/definitions/configurations/0-1/0-2';

it('creates where there is no limit, with one read and one write', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert'),
		items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
	});
	expect(items.map(({ json }) => json)).toEqual([
		{
			action: 'created',
			...CONTACTS_TO_COMPANIES,
			category: 'USER_DEFINED',
			typeId: 36,
			label: 'Decision Maker',
			maxToObjectIds: 5,
			previousMaxToObjectIds: null,
		},
	]);
	expect(requestLines(simulator)).toEqual([`GET ${LIMITS}`, `POST ${LIMITS}/batch/create`]);
});

it('updates or leaves alone where there is one, and never removes', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 38, 4);
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 1, 1);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert', { options: { deleteUnlisted: true } }),
		items: [
			{ type: 'USER_DEFINED:36', maximum: 7 },
			{ type: 'USER_DEFINED:38', maximum: '4' },
			{ type: 'USER_DEFINED:36', maximum: 7 },
		],
	});
	expect(
		items.map(({ json }) => [json.action, json.previousMaxToObjectIds, json.maxToObjectIds]),
	).toEqual([
		['updated', 5, 7],
		['unchanged', 4, 4],
		['updated', 5, 7],
	]);
	expect(simulator.account.limitList()).toHaveLength(3);
	const updates = simulator.requests.filter(({ method }) => method === 'POST');
	expect(updates.map(({ path, body }) => [path, body])).toEqual([
		[
			`${LIMITS}/batch/update`,
			{ inputs: [{ category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 7 }] },
		],
	]);
});

it('reads a limit back whose creation got no answer, and makes it once', async () => {
	simulator.faults.add({ path: /create$/, fault: { kind: 'lostAfter' } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert'),
		items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
	});
	expect(errorItems).toEqual([]);
	expect(items[0].json).toMatchObject({ action: 'created', maxToObjectIds: 5 });
	expect(requestLines(simulator).map((line) => line.split(' ')[0])).toEqual(['GET', 'POST', 'GET']);
});

it('fails the items of a pair whose limits cannot be read, and sends nothing for them', async () => {
	simulator.faults.add({
		path: /configurations\/0-1\/0-2$/,
		fault: { kind: 'status', status: 403 },
	});
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert'),
		items: [{ type: 'USER_DEFINED:36', maximum: 5 }],
	});
	expect(errorItems).toMatchObject([{ json: { error: { status: 403, typeId: 36 } } }]);
	expect(requestLines(simulator)).toEqual([`GET ${LIMITS}`]);
});

it('says what is wrong with a maximum', async () => {
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('upsert'),
		items: [{ type: 'USER_DEFINED:36', maximum: 0 }],
	});
	expect(reasonOf(errorItems[0])).toBe(
		"'Maximum Associated Records' must be a whole number between 1 and 2147483647, but is 0 [item 0]",
	);
});
