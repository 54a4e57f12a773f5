import { startSimulator, type BehaviourOptions, type Simulator } from '../../simulator';
import { callerOf, type Answered, type Caller } from './call';

const RECORDS = '/crm/associations/2026-03';
const LIMITS = `${RECORDS}/definitions/configurations`;

interface Batch {
	status: string;
	results: Array<Record<string, unknown>>;
	errors?: Array<{ message: string; subCategory?: string; context: Record<string, string[]> }>;
}

function batchOf({ body }: Answered): Batch {
	return body as Batch;
}

function typed(fromId: string, toId: string, ...types: Array<[string, number]>) {
	return {
		from: { id: fromId },
		to: { id: toId },
		types: types.map(([associationCategory, associationTypeId]) => ({
			associationCategory,
			associationTypeId,
		})),
	};
}

const UNLABELED: [string, number] = ['HUBSPOT_DEFINED', 279];
const DECISION_MAKER: [string, number] = ['USER_DEFINED', 36];
const BILLING: [string, number] = ['USER_DEFINED', 38];
const COLLEAGUE: [string, number] = ['USER_DEFINED', 44];

describe("the simulator's rules", () => {
	let simulator: Simulator;
	let call: Caller;

	async function start(behaviour: BehaviourOptions = {}): Promise<void> {
		simulator = await startSimulator({ behaviour });
		call = callerOf(simulator);
	}

	async function create(inputs: object[], path = 'contacts/companies'): Promise<Batch> {
		return batchOf(await call('POST', `${RECORDS}/${path}/batch/create`, { inputs }));
	}

	async function setLimit(
		[category, typeId]: [string, number],
		maxToObjectIds: number,
		path = 'contacts/companies',
	): Promise<Batch> {
		const inputs = [{ category, typeId, maxToObjectIds }];
		return batchOf(await call('POST', `${LIMITS}/${path}/batch/update`, { inputs }));
	}

	afterEach(() => simulator.close());

	it('replaces the labels of a pair, at both ends', async () => {
		await start();
		await create([typed('1001', '5001', DECISION_MAKER)]);
		await create([typed('1001', '5001', BILLING)]);
		expect(simulator.account.associations('companies', 'contacts')).toEqual([
			{ fromObjectId: '5001', toObjectId: '1001', labels: ['Billing Contact'] },
		]);
	});

	it('keeps labels through the unlabeled call, and can lose them to the unlabeled type', async () => {
		await start({ unlabeledTypeOnLabeledPair: 'removeLabels' });
		await create([typed('1001', '5001', DECISION_MAKER)]);
		await call('POST', `${RECORDS}/contacts/companies/batch/associate/default`, {
			inputs: [{ from: { id: '1001' }, to: { id: '5001' } }],
		});
		expect(simulator.account.associations('contacts', 'companies')[0].labels).toEqual([
			'Decision Maker',
		]);
		await create([typed('1001', '5001', UNLABELED)]);
		expect(simulator.account.associations('contacts', 'companies')[0].labels).toEqual([]);
	});

	it('takes the labels along when the unlabeled type is taken away', async () => {
		await start();
		const path = `${RECORDS}/contacts/companies/batch/labels/archive`;
		await create([typed('1001', '5001', DECISION_MAKER, BILLING)]);
		await call('POST', path, { inputs: [typed('1001', '5001', BILLING)] });
		expect(simulator.account.associations('companies', 'contacts')[0].labels).toEqual([
			'Decided By',
		]);
		await call('POST', path, { inputs: [typed('1001', '5001', UNLABELED)] });
		expect(simulator.account.associations('contacts', 'companies')).toEqual([]);
	});

	it('answers an input without types and does nothing', async () => {
		await start();
		const answer = await create([typed('1001', '5001')]);
		expect(answer).toMatchObject({ status: 'COMPLETE', results: [] });
		expect(answer.errors).toBeUndefined();
		expect(simulator.account.associations('contacts', 'companies')).toEqual([]);
	});

	it('gives two errors to an input with two unknown records', async () => {
		await start();
		const { errors } = await create([typed('31', '32', DECISION_MAKER)]);
		expect(errors?.map((error) => error.context.id)).toEqual([['31'], ['32']]);
	});

	it('enforces a limit on later creates only, counting what each record has', async () => {
		await start();
		await create(['5001', '5002', '5003'].map((id) => typed('1001', id, UNLABELED)));
		await setLimit(UNLABELED, 2);
		expect((await create([typed('1001', '5003', BILLING)])).errors).toBeUndefined();
		const { results, errors } = await create([
			typed('1001', '5004', UNLABELED),
			typed('1002', '5004', UNLABELED),
		]);
		expect(results.map((one) => one.fromObjectId)).toEqual([1002]);
		expect(errors?.[0].context).toMatchObject({ fromObjectId: ['1001'], limit: ['2'] });
	});

	it('enforces the limit of the other direction too', async () => {
		await start();
		await setLimit(['HUBSPOT_DEFINED', 280], 1, 'companies/contacts');
		const { results, errors } = await create([
			typed('1001', '5001', UNLABELED),
			typed('1002', '5001', UNLABELED),
		]);
		expect([results.length, errors?.length]).toEqual([1, 1]);
	});

	it('counts a label limit by label', async () => {
		await start();
		await setLimit(DECISION_MAKER, 1);
		const { results } = await create([
			typed('1001', '5001', DECISION_MAKER),
			typed('1001', '5002', DECISION_MAKER),
			typed('1001', '5003', BILLING),
		]);
		expect(results.map((one) => one.toObjectId)).toEqual([5001, 5003]);
	});

	it('shares the limit of a symmetric label between both ends', async () => {
		await start();
		await setLimit(COLLEAGUE, 1, 'contacts/contacts');
		const { results } = await create(
			[typed('1001', '1002', COLLEAGUE), typed('1003', '1001', COLLEAGUE)],
			'contacts/contacts',
		);
		expect(results).toHaveLength(1);
		expect(simulator.account.limitList()).toHaveLength(1);
	});

	it('refuses a label limit above the object limit, and the reverse', async () => {
		await start();
		await setLimit(UNLABELED, 3);
		expect((await setLimit(DECISION_MAKER, 4)).errors?.[0].subCategory).toBe(
			'crm.associations.LABEL_LIMIT_EXCEEDS_OBJECT_LIMIT',
		);
		await setLimit(DECISION_MAKER, 3);
		expect((await setLimit(UNLABELED, 2)).status).toBe('CANCELED');
	});

	it.each([0, -1, 10_001])('refuses a maximum of %s', async (maximum) => {
		await start();
		expect((await setLimit(UNLABELED, maximum)).errors).toHaveLength(1);
	});

	it.each([
		['conflict', { results: 0, maximum: 5 }],
		['overwrite', { results: 1, maximum: 6 }],
	] as const)('answers a create over a limit by %s', async (choice, expected) => {
		await start({ limitCreateOverExisting: choice });
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
		const inputs = [{ category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 6 }];
		const answer = await call('POST', `${LIMITS}/contacts/companies/batch/create`, { inputs });
		expect(batchOf(answer).results).toHaveLength(expected.results);
		expect(simulator.account.limitList()[0].maxToObjectIds).toBe(expected.maximum);
	});

	it('tells HUBSPOT_DEFINED 279 from USER_DEFINED 279', async () => {
		await start();
		simulator.account.addLabel('contacts', 'companies', { label: 'Twin', typeId: 279 });
		await create([typed('1001', '5001', ['USER_DEFINED', 279]), typed('1002', '5001', UNLABELED)]);
		expect(
			simulator.account.associations('contacts', 'companies').map((one) => one.labels),
		).toEqual([['Twin'], []]);
	});

	it('purges a limit that is not there without complaint', async () => {
		await start();
		const inputs = [{ category: 'HUBSPOT_DEFINED', typeId: 279 }];
		const path = 'contacts/companies/batch/purge';
		expect((await call('POST', `${LIMITS}/${path}`, { inputs })).status).toBe(200);
		const v4 = '/crm/v4/associations/definitions/configurations';
		expect((await call('POST', `${v4}/${path}`, { inputs })).status).toBe(204);
	});

	it('reads in pages', async () => {
		await start({ readPageSize: 2 });
		await create(['5001', '5002', '5003'].map((id) => typed('1001', id, UNLABELED)));
		const seen: number[] = [];
		let after: string | undefined;
		do {
			const answer = await call('POST', `${RECORDS}/contacts/companies/batch/read`, {
				inputs: [{ id: '1001', after }],
			});
			const [page] = batchOf(answer).results as Array<{
				to: Array<{ toObjectId: number }>;
				paging?: { next: { after: string } };
			}>;
			seen.push(...page.to.map((one) => one.toObjectId));
			after = page.paging?.next.after;
		} while (after !== undefined);
		expect(seen).toEqual([5001, 5002, 5003]);
	});

	it('serves custom objects by their own label-null type and not by the unlabeled call', async () => {
		await start();
		const inputs = [{ from: { id: '1001' }, to: { id: '9001' } }];
		const path = `${RECORDS}/contacts/2-77/batch`;
		expect((await call('POST', `${path}/associate/default`, { inputs })).status).toBe(400);
		const [unlabeled] = simulator.account.labels('contacts', '2-77');
		expect(unlabeled).toMatchObject({ category: 'USER_DEFINED', label: null });
		const made = await create(
			[typed('1001', '9001', [unlabeled.category, unlabeled.typeId])],
			'contacts/2-77',
		);
		expect(made.results).toHaveLength(1);
	});

	it('refuses whole what HubSpot refuses whole', async () => {
		await start({ batchMaximum: { create: 2 } });
		const message = (answer: Answered) => (answer.body as { message: string }).message;
		const post = (path: string, body: unknown) => call('POST', `${RECORDS}/${path}`, body);
		const three = ['5001', '5002', '5003'].map((id) => typed('1001', id, UNLABELED));
		const tooLarge = await post('contacts/companies/batch/create', { inputs: three });
		expect([tooLarge.status, message(tooLarge)]).toEqual([
			400,
			expect.stringContaining('2, got 3'),
		]);
		const unknown = await post('contacts/unicorns/batch/create', { inputs: [three[0]] });
		expect(message(unknown)).toContain('Unable to infer object type');
		const missing = await post('contacts/companies/labels', { name: 'x' });
		expect(message(missing)).toBe('Invalid input JSON: Some required fields were not set: [label]');
		const number = await post('contacts/companies/batch/read', { inputs: [{ id: 1001 }] });
		expect(message(number)).toContain('Invalid input JSON on line 1, column 1');
	});

	it('tells which objects have records near a limit or at it, from 80 % on', async () => {
		await start();
		const { account } = simulator;
		account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
		account.setLimit('deals', 'companies', 'HUBSPOT_DEFINED', 341, 3);
		const associate = (from: string, id: string, count: number) => {
			for (let i = 0; i < count; i++) account.associate(from, 'companies', id, String(5001 + i));
		};
		associate('contacts', '1001', 3);
		associate('contacts', '1002', 4);
		associate('deals', '7001', 3);
		const usage = '/crm/limits/2026-09/associations/records';
		const contact = { objectTypeId: '0-1', singularLabel: 'Contact', pluralLabel: 'Contacts' };
		const company = { objectTypeId: '0-2', singularLabel: 'Company', pluralLabel: 'Companies' };
		const near = { hasRecordsNearLimit: true, hasRecordsAtLimit: false };
		const at = { hasRecordsNearLimit: false, hasRecordsAtLimit: true };
		const results = async (path: string) => batchOf(await call('GET', `${usage}/${path}`)).results;
		expect(await results('from')).toEqual([
			{ ...contact, ...near },
			{ objectTypeId: '0-3', singularLabel: 'Deal', pluralLabel: 'Deals', ...at },
		]);
		expect(await results('0-1/to')).toEqual([{ ...company, ...near }]);
		expect(await results('deals/to')).toEqual([{ ...company, ...at }]);
		expect(await results('companies/to')).toEqual([]);
		expect((await call('GET', `${usage}/0-1/0-2`)).body).toEqual({
			limit: 5,
			totalRecordsNearLimit: 1,
			totalRecordsAtLimit: 0,
			nearLimitFromRecordSamples: [{ objectId: 1002, label: '1002', usage: 4, percentage: 80 }],
			atLimitFromRecordSamples: [],
		});
	});

	it('tells the internal names of labels in the schemas of objects', async () => {
		await start();
		const { body } = await call('GET', '/crm-object-schemas/2026-09/schemas/2-77');
		const driver = { name: 'driver', fromObjectTypeId: '0-1', toObjectTypeId: '2-77', id: '45' };
		const { associations } = body as { associations: object[] };
		expect(associations).toContainEqual(driver);
		expect(associations).toContainEqual({
			...driver,
			fromObjectTypeId: '2-77',
			toObjectTypeId: '0-1',
			id: '46',
		});
	});

	it('refuses single records in the words seen', async () => {
		await start();
		const put = async (typeId: number, toId: string) => {
			const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: typeId }];
			const record = '/crm/v4/objects/contacts/1001/associations';
			return (await call('PUT', `${record}/companies/${toId}`, types)).body;
		};
		const message = 'One or more associations are invalid';
		expect(await put(36, '999')).toMatchObject({
			message,
			context: { INVALID_OBJECT_IDS: ['COMPANY=999 is not valid'] },
		});
		expect(await put(3, '5001')).toMatchObject({
			message,
			context: {
				associationSpec: ['USER_DEFINED=3'],
				INVALID_ASSOCIATION_TYPE_ID: ['USER_DEFINED=3 is not a valid association definition id'],
			},
		});
		expect(await put(36, '5001')).toEqual({
			fromObjectTypeId: '0-1',
			fromObjectId: 1001,
			toObjectTypeId: '0-2',
			toObjectId: 5001,
			labels: ['Decision Maker'],
		});
	});

	it('tells limits and usage of labels and records, and nothing of objects without labels', async () => {
		await start();
		await setLimit(UNLABELED, 1);
		await create([typed('1001', '5001', UNLABELED)]);
		const usage = '/crm/limits/2026-03/associations';
		const labels = await call('GET', `${usage}/labels?fromObjectTypeId=0-1&toObjectTypeId=0-2`);
		expect(batchOf(labels).results).toEqual([
			expect.objectContaining({ limit: 50, usage: 2, percentage: 4 }),
		]);
		const unlabeled = await call('GET', `${usage}/labels?fromObjectTypeId=0-3&toObjectTypeId=0-5`);
		expect(batchOf(unlabeled).results).toEqual([]);
		const records = await call('GET', `${usage}/records/0-1/0-2`);
		expect(records.body).toMatchObject({
			limit: 1,
			totalRecordsAtLimit: 1,
			atLimitFromRecordSamples: [{ objectId: 1001 }],
		});
	});
});
