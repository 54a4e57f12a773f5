import type { IDataObject } from 'n8n-workflow';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, callCounts, idsFrom } from '../support/associations';
import { holds } from '../faults/scenario';
import { byEmailAndDomain, emailOf } from '../support/idProperties';
import { errorOf } from '../support/refusal';

/** What a batch costs that HubSpot refuses as a whole: never more than its guilty rows are worth. */

const simulator = simulatorForEachTest();

const FIRST = 100_001;

/** Adds so many contacts, each a row with company 5001. */
function rowsOf(count: number): IDataObject[] {
	simulator.account.addRecords('contacts', count, FIRST, () => ({}));
	return idsFrom(FIRST, count).map((from) => ({ from, to: 5001 }));
}

const BATCH = /\/batch\/(create|archive|read|associate\/default|labels\/archive)$/;

/** Refuses every batch that meets the condition, for good. */
function refuse(body: object, when?: (body: unknown) => boolean, path = BATCH): void {
	simulator.faults.add({
		path,
		when,
		times: Infinity,
		fault: { kind: 'status', status: 400, body },
	});
}

async function run(operation: string, items: IDataObject[], further: object = {}) {
	const parameters = associationRun(operation, { ...further });
	const { items: done, errorItems } = await runHubSpotNode({ simulator, parameters, items });
	return { done, errorItems, requests: simulator.requests.length };
}

/** As HubSpot words it in recorded traffic. */
const UNNAMED = { status: 'error', category: 'VALIDATION_ERROR', message: 'Not possible' };

describe.each(['create', 'delete'])('%s: what concerns every row', (operation) => {
	it.each([
		["Missing 'Edit Associations' permission.", 'VALIDATION_ERROR'],
		[
			'Invalid input JSON on line 1, column 3. Some required fields were not set: [id]',
			'VALIDATION_ERROR',
		],
		['internal error', undefined],
		['Unable to infer object type from: credentialing_2_0', undefined],
	])('is not taken apart: %s', async (message, category) => {
		refuse({ status: 'error', message, category });
		const { errorItems, requests } = await run(operation, rowsOf(2_000));
		expect(requests).toBe(1);
		expect(errorItems).toHaveLength(2_000);
		expect(String(errorItems[0].json.message)).toContain(message.replace(/\.$/, ''));
	});
});

it.each([
	[
		'One or more associations are invalid',
		{
			associationSpec: ['USER_DEFINED=3'],
			INVALID_ASSOCIATION_TYPE_ID: ['USER_DEFINED=3 is not a valid association definition id'],
		},
		'One or more associations are invalid: USER_DEFINED=3 is not a valid association definition id',
	],
	[
		'invalid from object type 0-1 for associations to be created. expected: 0-46. For definition 2-3',
		undefined,
		'invalid from object type 0-1 for associations to be created. expected: 0-46. For definition 2-3',
	],
])('splits off the rows with the type that HubSpot names: %s', async (message, context, shown) => {
	refuse({ ...UNNAMED, message, context }, (body) => holds(body, '3'));
	const items = rowsOf(200).map((row, index) => ({
		...row,
		label: index % 2 === 0 ? 'USER_DEFINED:3' : 'USER_DEFINED:36',
	}));
	const further = { labels: '={{ $json.label }}' };
	const { done, errorItems, requests } = await run('create', items, further);
	expect(requests).toBe(3);
	expect(done).toHaveLength(100);
	expect(new Set(errorItems.map(({ json }) => json.label))).toEqual(new Set(['USER_DEFINED:3']));
	expect(errorItems[0].json.message).toBe(
		`${shown}. Pick the label from the list: each label applies in one direction, from the first object to the second.`,
	);
});

describe('one row of 2,000', () => {
	const guilty = String(FIRST + 1_234);

	it('costs three requests where HubSpot names its record', async () => {
		const context = { INVALID_OBJECT_IDS: [`CONTACT=${guilty} is not valid`] };
		const message = 'One or more associations are invalid';
		refuse({ ...UNNAMED, message, context }, (body) => holds(body, guilty));
		const { done, errorItems, requests } = await run('create', rowsOf(2_000));
		expect(requests).toBe(3);
		expect(done).toHaveLength(1_999);
		expect(errorItems[0].json).toMatchObject({
			from: Number(guilty),
			message: `${message}: CONTACT=${guilty} is not valid. Check the record IDs: HubSpot does not recognize the one in the message.`,
		});
	});

	it.each(['create', 'delete'])(
		'costs 25 requests of %s where it is not named',
		async (operation) => {
			refuse(UNNAMED, (body) => holds(body, guilty));
			const { done, errorItems, requests } = await run(operation, rowsOf(2_000));
			expect(requests).toBeLessThanOrEqual(25);
			expect(done).toHaveLength(1_999);
			expect(errorItems.map(({ json }) => json.from)).toEqual([Number(guilty)]);
		},
	);
});

it('shows each row its own record where HubSpot lists several', async () => {
	const guilty = [FIRST + 3, FIRST + 7].map(String);
	const INVALID_OBJECT_IDS = guilty.map((id) => `CONTACT=${id} is not valid`);
	const message = 'One or more associations are invalid';
	refuse({ ...UNNAMED, message, context: { INVALID_OBJECT_IDS } }, (body) =>
		guilty.some((id) => holds(body, id)),
	);
	const { done, errorItems, requests } = await run('create', rowsOf(20));
	expect([done.length, requests]).toEqual([18, 3]);
	expect(errorItems.map((item) => errorOf(item).message)).toEqual([
		`${message}: CONTACT=${guilty[0]} is not valid [item 3]`,
		`${message}: CONTACT=${guilty[1]} is not valid [item 7]`,
	]);
});

describe('all of 2,000 rows', () => {
	it.each(['create', 'delete', 'getAll'])(
		'cost 40 requests of %s where none is named',
		async (operation) => {
			refuse(UNNAMED);
			const { errorItems, requests } = await run(operation, rowsOf(2_000), { returnAll: true });
			expect(requests).toBeLessThanOrEqual(40);
			expect(errorItems).toHaveLength(2_000);
			const untried = errorItems.map(errorOf).filter(({ state }) => state === 'notSent');
			expect(untried.length).toBeGreaterThan(1_900);
			expect(untried[0]).toMatchObject({ retryable: true, status: 400 });
			expect(String(untried[0].message)).toMatch(
				/^This row was not tried alone: .* Not possible \[item/,
			);
		},
	);

	it('cost two where the first refusal stops the run', async () => {
		refuse(UNNAMED);
		const { error } = await runHubSpotNode({
			simulator,
			parameters: associationRun('create'),
			items: rowsOf(2_000),
			onError: 'stopWorkflow',
		});
		expect(error).toMatchObject({
			message: 'Not possible [item 0]',
			description: '0 done, 1 refused, 1999 not sent.',
		});
		expect(simulator.requests).toHaveLength(2);
	});
});

it.each([
	['named', { ...UNNAMED, message: 'Property "domian" does not exist' }],
	['not named', { status: 'error', message: 'There was a problem with the request.' }],
])('asks for 5,000 values of a mistyped property a few times: %s', async (_, body) => {
	refuse(body, undefined, /\/companies\/(batch\/read|search)$|0-2\/(batch\/read|search)$/);
	const from = emailOf(simulator, 1001);
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: byEmailAndDomain({}, { toIdProperty: 'domian' }),
		items: idsFrom(1, 5_000).map((number) => ({ from, to: `d${number}.example` })),
	});
	expect(errorItems).toHaveLength(5_000);
	expect(simulator.requests.length).toBeLessThanOrEqual(10);
	expect(callCounts(simulator)['batch/read 0-2']).toBe(1);
});
