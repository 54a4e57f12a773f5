import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { calls } from '../support/associations';
import { MANY_SPELLINGS, toSpelled } from '../support/spellings';
import {
	BILLING,
	DECISION_MAKER,
	deleting,
	held,
	hold,
	rows,
	syncAssociations,
	synced,
} from '../support/syncAssociations';

const simulator = simulatorForEachTest({ behaviour: MANY_SPELLINGS });

const NOBODY = 404001;

it('leaves associations that no item lists where it is not told to delete', async () => {
	hold(simulator, { '1001>5009': [] });
	const { done } = await synced(simulator, { '1001>5001': [] });
	expect(done).toEqual(['created 1001>5001: none -> []']);
	expect(Object.keys(held(simulator))).toEqual(['1001>5009', '1001>5001']);
});

it('deletes of the records that items list, and of no other', async () => {
	hold(simulator, { '1001>5008': [], '1001>5009': ['Decision Maker'], '1002>5009': [] });
	const { done, items } = await synced(simulator, { '1001>5001': [] }, deleting);
	expect(done).toEqual([
		'created 1001>5001: none -> []',
		'deleted 1001>5008: [] -> none',
		'deleted 1001>5009: [Decision Maker] -> none',
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
	expect(Object.keys(held(simulator))).toEqual(['1001>5001', '1002>5009']);
	expect(calls(simulator)).toEqual([
		'read 0-1>0-2',
		'GET limits 0-1>0-2',
		'GET limits 0-2>0-1',
		'associate/default 0-1>0-2',
		'archive 0-1>0-2',
	]);
});

describe('deletes only what surely nobody wants', () => {
	const present = { '1001>5009': [], '1002>5009': [] };
	const row = (from: unknown, to: unknown, labels: string[] = []): IDataObject =>
		({ from, to, labels }) as IDataObject;

	it.each([
		['a row has no record', [row(1001, 5001), row(1002, '')], {}, Object.keys(present)],
		['a row has no object', [row(1001, 5001), row('', 5001)], {}, Object.keys(present)],
		[
			'an email is not found',
			[row('aoife.murphy.1@example.com', 5001), row('nobody@example.com', 5001)],
			{ fromIdProperty: 'email' },
			Object.keys(present),
		],
		[
			'a domain is not found',
			[row(1001, 'harbour-logistics-1.example.com'), row(1002, 'nowhere.example.com')],
			{ toIdProperty: 'domain' },
			Object.keys(present),
		],
		[
			'a label does not exist',
			[row(1001, 5001), row(1002, 5001, ['No Such Label'])],
			{},
			['1002>5009'],
		],
	])('keeps them where %s', async (_, items, options, kept) => {
		hold(simulator, present);
		const { refused, hints } = await synced(simulator, items, { ...deleting, ...options });
		expect(refused).toHaveLength(1);
		const now = Object.keys(held(simulator));
		expect(now.filter((records) => records.endsWith('5009'))).toEqual(kept);
		// Record 1002 is named only by the refused row, so nothing of it is unlisted.
		const note = '1 unlisted kept because an item that may list them was refused';
		expect(hints[0].message.includes(note)).toBe(kept.length === 2);
	});

	it('keeps those of a record one of whose associations HubSpot refuses', async () => {
		hold(simulator, present);
		const { done, refused, errorItems } = await synced(
			simulator,
			[row(1001, 5001), row(1001, NOBODY), row(1002, 5001)],
			deleting,
		);
		expect(done).toEqual([
			'created 1001>5001: none -> []',
			'created 1002>5001: none -> []',
			'deleted 1002>5009: [] -> none',
		]);
		expect(refused[1]).toBe(
			`Records 1001 and 5009 stay associated because another association of record 1001 was not created. The reason: No company with ID ${NOBODY} exists. Run it again once that is fixed.`,
		);
		expect(errorItems[1].json.error).toMatchObject({
			state: 'notSent',
			fromObjectId: '1001',
			toObjectId: '5009',
		});
		expect(Object.keys(held(simulator)).sort()).toEqual(['1001>5001', '1001>5009', '1002>5001']);
	});

	it('keeps those of a record that cannot be read', async () => {
		hold(simulator, present);
		simulator.faults.add({ path: /read$/, fault: { kind: 'silentNoOp', ids: ['1001'] } });
		const { done } = await synced(simulator, rows({ '1001>5001': [], '1002>5001': [] }), deleting);
		expect(done).toEqual(['created 1002>5001: none -> []', 'deleted 1002>5009: [] -> none']);
	});

	it('keeps an association that a row lists from its other end', async () => {
		hold(simulator, { '1001>5001': [], '1001>5002': [] });
		const { done } = await synced(
			simulator,
			[
				{ f: '0-1', t: '0-2', from: 1001, to: 5001 },
				{ f: '0-2', t: '0-1', from: 5002, to: 1001 },
			],
			deleting,
			{
				parameters: syncAssociations(deleting, {
					fromObjectType: byId('={{ $json.f }}'),
					toObjectType: byId('={{ $json.t }}'),
					labels: [],
				}),
			},
		);
		expect(done).toEqual(['unchanged 1001>5001: [] -> []', 'unchanged 5002>1001: [] -> []']);
		expect(held(simulator)).toEqual({ '1001>5001': [], '1001>5002': [] });
	});

	it('deletes an association of two listed records of one object once', async () => {
		simulator.account.associate('contacts', 'contacts', '1001', '1002');
		const { done } = await synced(simulator, [row(1001, 1003), row(1002, 1003)], deleting, {
			parameters: syncAssociations(deleting, { toObjectType: byId('0-1') }),
		});
		expect(done).toEqual([
			'created 1001>1003: none -> []',
			'created 1002>1003: none -> []',
			'deleted 1001>1002: [] -> none',
		]);
	});

	it.each([
		['2-77', 'p62515_cars'],
		['2-77', 'cars'],
		['p62515_cars', 'p_cars'],
	])('knows %s and %s for one object', async (one, other) => {
		simulator.account.associate('contacts', '2-77', '1001', '9001');
		simulator.account.associate('contacts', '2-77', '1001', '9002');
		const { done } = await synced(
			simulator,
			[
				{ from: 1001, to: 9001, object: one },
				{ from: 1001, to: 9002, object: other },
			],
			deleting,
			{ parameters: syncAssociations(deleting, { ...toSpelled, labels: [] }) },
		);
		expect(done).toEqual(['unchanged 1001>9001: [] -> []', 'unchanged 1001>9002: [] -> []']);
	});
});

describe('Max Deletions', () => {
	const present = { '1001>5008': [], '1001>5009': [], '1002>5002': [] };
	const wanted = { '1001>5001': [], '1002>5002': [DECISION_MAKER] };

	it('changes nothing at all where more would be deleted', async () => {
		hold(simulator, present);
		const { done, errorItems } = await synced(simulator, wanted, { ...deleting, maxDeletions: 1 });
		expect(done).toEqual([]);
		expect(errorItems.map(({ json: { error, message } }) => ({ error, message }))).toEqual(
			[0, 1].map((item) => ({
				error: {
					message: `2 associations would be deleted, but 'Max Deletions' is 1 [item ${item}]`,
					state: 'notSent',
					retryable: false,
				},
				message:
					"2 associations would be deleted, but 'Max Deletions' is 1. Nothing was changed. Turn on 'Dry Run' to see them. If they are right, raise 'Max Deletions'.",
			})),
		);
		expect(held(simulator)).toEqual(present);
		expect(calls(simulator).filter((call) => !/^(GET|read)/.test(call))).toEqual([]);
	});

	it('stops the run there where the node is set to stop', async () => {
		hold(simulator, present);
		const options = { ...deleting, maxDeletions: '0' };
		const { error } = await synced(simulator, wanted, options, { onError: 'stopWorkflow' });
		expect(error?.message).toBe("2 associations would be deleted, but 'Max Deletions' is 0");
		expect(held(simulator)).toEqual(present);
	});

	it.each<[unknown, string]>([
		[-1, 'is -1'],
		[1.5, 'is 1.5'],
		['many', 'is "many"'],
		[[], 'is a list of 0'],
	])('refuses %j for it before anything is read', async (maxDeletions, words) => {
		const { errorItems } = await synced(simulator, wanted, { ...deleting, maxDeletions } as never);
		expect(errorItems.map(({ json }) => json.message)).toEqual(
			Array(2).fill(`'Max Deletions' must be a whole number of at least 0, but ${words}`),
		);
		expect(calls(simulator)).toEqual([]);
	});

	it.each([2, 500, undefined])('deletes as many as %p', async (maxDeletions) => {
		hold(simulator, present);
		const { done } = await synced(simulator, wanted, { ...deleting, maxDeletions } as never);
		expect(done).toHaveLength(4);
		expect(Object.keys(held(simulator))).toEqual(['1001>5001', '1002>5002']);
	});

	it('shows them all in a dry run', async () => {
		hold(simulator, present);
		const options = { ...deleting, maxDeletions: 1, dryRun: true };
		const { done, hints } = await synced(simulator, wanted, options);
		expect(done).toHaveLength(4);
		expect(hints[0].message).toBe(
			"Dry run: nothing was changed · 2 items · 1 would be created · 1 would be changed · 2 would be deleted · 4 requests · more deletions than 'Max Deletions' allows (1)",
		);
	});
});

describe('where the limit of a record is 1', () => {
	const limit = (from: string, to: string, typeId: number) =>
		simulator.account.setLimit(from, to, 'HUBSPOT_DEFINED', typeId, 1);

	it('moves a contact from one company to another in one run', async () => {
		hold(simulator, { '1001>5001': [] });
		limit('contacts', 'companies', 279);
		const { done } = await synced(simulator, { '1001>5002': [] }, deleting);
		expect(done).toEqual(['created 1001>5002: none -> []', 'deleted 1001>5001: [] -> none']);
		expect(held(simulator)).toEqual({ '1001>5002': [] });
	});

	it('swaps two contacts, of which a company can have only one', async () => {
		hold(simulator, { '1001>5001': [], '1002>5002': [] });
		limit('companies', 'contacts', 280);
		const { refused } = await synced(simulator, { '1001>5002': [], '1002>5001': [] }, deleting);
		expect(refused).toEqual([]);
		expect(held(simulator)).toEqual({ '1001>5002': [], '1002>5001': [] });
	});

	it('moves a label that only one company of a contact can have', async () => {
		hold(simulator, { '1001>5001': ['Decision Maker'], '1001>5002': [] });
		simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
		const { refused } = await synced(simulator, { '1001>5002': [DECISION_MAKER] }, deleting);
		expect(refused).toEqual([]);
		expect(held(simulator)).toEqual({ '1001>5002': ['Decision Maker'] });
	});

	it('moves such a label between two companies that the rows list', async () => {
		hold(simulator, { '1001>5001': [], '1001>5002': ['Decision Maker'] });
		simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
		const { refused } = await synced(simulator, { '1001>5001': [DECISION_MAKER], '1001>5002': [] });
		expect(refused).toEqual([]);
		expect(held(simulator)).toEqual({ '1001>5001': ['Decision Maker'], '1001>5002': [] });
	});

	it('deletes first only what is in the way', async () => {
		hold(simulator, { '1001>5001': [], '1002>5009': [], '1002>5008': [] });
		limit('contacts', 'companies', 279);
		const { done } = await synced(
			simulator,
			[
				{ from: 1001, to: 5002 },
				{ from: 1002, to: 5008 },
			],
			deleting,
			{ parameters: syncAssociations(deleting, { labels: [] }) },
		);
		expect(done).toEqual([
			'created 1001>5002: none -> []',
			'unchanged 1002>5008: [] -> []',
			'deleted 1001>5001: [] -> none',
			'deleted 1002>5009: [] -> none',
		]);
		expect(calls(simulator).slice(-3)).toEqual([
			'archive 0-1>0-2',
			'associate/default 0-1>0-2',
			'archive 0-1>0-2',
		]);
	});

	it('refuses what would still exceed it, and keeps what the record has', async () => {
		hold(simulator, { '1001>5001': [] });
		limit('contacts', 'companies', 279);
		const { done, refused } = await synced(
			simulator,
			{ '1001>5002': [], '1001>5003': [], '1002>5001': [] },
			{ ...deleting, checkLimits: true },
		);
		expect(refused.some((message) => message.includes('is at its limit for companies'))).toBe(true);
		expect(held(simulator)['1001>5001']).toEqual([]);
		expect(done).toContain('created 1002>5001: none -> []');
	});
});

it('tells a deletion that HubSpot refused by an item of its own', async () => {
	hold(simulator, { '1001>5009': ['Billing Contact'] });
	simulator.faults.add({ path: /archive$/, fault: { kind: 'status', status: 400 } });
	const { done, errorItems } = await synced(simulator, { '1001>5001': [BILLING] }, deleting);
	expect(done).toEqual(['created 1001>5001: none -> [Billing Contact]']);
	expect(errorItems).toMatchObject([
		{
			json: { error: { status: 400, fromObjectId: '1001', toObjectId: '5009' } },
			pairedItem: { item: 0 },
		},
	]);
});

it('ends as wanted when it is run again after it was cut short', async () => {
	hold(simulator, { '1001>5008': [], '1001>5009': ['Billing Contact'], '1002>5002': [] });
	const wanted = { '1001>5001': [BILLING], '1002>5002': [DECISION_MAKER], '1003>5003': [] };
	simulator.faults.add({ path: /archive$/, times: 1, fault: { kind: 'status', status: 403 } });
	const cut = await synced(simulator, wanted, deleting);
	expect(cut.refused).toHaveLength(2);
	const again = await synced(simulator, wanted, deleting);
	expect(again.done.filter((text) => text.startsWith('unchanged'))).toHaveLength(3);
	expect(held(simulator)).toEqual({
		'1001>5001': ['Billing Contact'],
		'1002>5002': ['Decision Maker'],
		'1003>5003': [],
	});
});
