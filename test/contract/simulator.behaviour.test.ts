import { startSimulator, type BehaviourOptions, type Simulator } from '../../simulator';
import { callerOf, type Caller } from './call';

const RECORDS = '/crm/associations/2026-03';
const LIMITS = `${RECORDS}/definitions/configurations/contacts/companies/batch`;
const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 };

function input(typeId: number, fromId = '1001', toId = '5001') {
	return {
		from: { id: fromId },
		to: { id: toId },
		types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }],
	};
}

/** Where no source says what HubSpot does, both answers can be had. */
describe("the simulator's switches for what is unknown", () => {
	let simulator: Simulator;
	let call: Caller;

	async function start(behaviour: BehaviourOptions): Promise<void> {
		simulator = await startSimulator({ behaviour });
		call = callerOf(simulator);
	}

	afterEach(() => simulator.close());

	it.each([
		['create', 200, 1],
		['refuse', 207, 0],
	] as const)('limitUpdateWithoutLimit: %s', async (choice, status, limits) => {
		await start({ limitUpdateWithoutLimit: choice });
		expect((await call('POST', `${LIMITS}/update`, { inputs: [LIMIT] })).status).toBe(status);
		expect(simulator.account.limitList()).toHaveLength(limits);
	});

	it.each([
		['documented', 200],
		['noContent', 204],
	] as const)('removalAnswer: %s', async (choice, status) => {
		await start({ removalAnswer: choice });
		expect((await call('POST', `${LIMITS}/purge`, { inputs: [LIMIT] })).status).toBe(status);
		const archive = { inputs: [{ from: { id: '1001' }, to: [{ id: '5001' }] }] };
		const path = `${RECORDS}/contacts/companies/batch/archive`;
		expect((await call('POST', path, archive)).status).toBe(status);
	});

	it.each([
		['accept', 201],
		['refuse', 400],
	] as const)('duplicateInBatch: %s', async (choice, status) => {
		await start({ duplicateInBatch: choice });
		const inputs = [input(279), input(279)];
		const path = `${RECORDS}/contacts/companies/batch/create`;
		expect((await call('POST', path, { inputs })).status).toBe(status);
	});

	it.each([
		[true, { type: ['0-3'], fromObjectId: ['1001'], toObjectId: ['5001'] }],
		[false, { type: ['0-3'], fromObjectType: ['CONTACT'], toObjectType: ['COMPANY'] }],
	])('typeErrorNamesRecords: %s', async (typeErrorNamesRecords, context) => {
		await start({ typeErrorNamesRecords });
		const path = `${RECORDS}/contacts/companies/batch/create`;
		const { body } = await call('POST', path, { inputs: [input(3)] });
		const [error] = (body as { errors: Array<{ context: object }> }).errors;
		expect(error.context).toMatchObject(context);
		expect('fromObjectId' in error.context).toBe(typeErrorNamesRecords);
	});

	it.each([
		[true, 200],
		[false, 400],
	])('defaultCallServesCustomObjects: %s', async (defaultCallServesCustomObjects, status) => {
		await start({ defaultCallServesCustomObjects });
		const path = `${RECORDS}/contacts/2-77/batch/associate/default`;
		const inputs = [{ from: { id: '1001' }, to: { id: '9001' } }];
		expect((await call('POST', path, { inputs })).status).toBe(status);
		const made = status === 200 ? 1 : 0;
		expect(simulator.account.associations('2-77', 'contacts')).toHaveLength(made);
	});

	it.each([
		['one', [[1001, 5001, 279]]],
		[
			'both',
			[
				[1001, 5001, 279],
				[5001, 1001, 280],
			],
		],
	] as const)('defaultResultDirections: %s', async (defaultResultDirections, expected) => {
		await start({ defaultResultDirections });
		const inputs = [{ from: { id: '1001' }, to: { id: '5001' } }];
		const path = `${RECORDS}/contacts/companies/batch/associate/default`;
		const { body } = await call('POST', path, { inputs });
		expect(body).toMatchObject({
			results: expected.map(([from, to, associationTypeId]) => ({
				from: { id: String(from) },
				to: { id: String(to) },
				associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId },
			})),
		});
	});

	it.each([
		[true, [5, null]],
		[false, [5]],
	])('listsDirectionsWithoutLimit: %s', async (listsDirectionsWithoutLimit, maximums) => {
		await start({ listsDirectionsWithoutLimit });
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
		simulator.account.setLimit('contacts', 'contacts', 'HUBSPOT_DEFINED', 449, 6);
		const { body } = await call('GET', `${RECORDS}/definitions/configurations/all`);
		const { results } = body as { results: Array<{ userEnforcedMaxToObjectIds: number | null }> };
		expect(results.map((one) => one.userEnforcedMaxToObjectIds)).toEqual([...maximums, 6]);
	});

	it.each([
		[true, 200],
		[false, 400],
	])('customObjectBareNames: %s', async (customObjectBareNames, status) => {
		await start({ customObjectBareNames });
		const path = (name: string) => `${RECORDS}/contacts/${name}/labels`;
		expect((await call('GET', path('cars'))).status).toBe(status);
		expect((await call('GET', path(`p${simulator.account.portalId}_cars`))).status).toBe(200);
		expect((await call('GET', path('p_cars'))).status).toBe(200);
	});

	it.each([
		[{ '0-8': ['lineitems'] }, 200],
		[{}, 400],
	])('furtherObjectNames: %j', async (furtherObjectNames, status) => {
		await start({ furtherObjectNames });
		expect((await call('GET', `${RECORDS}/contacts/lineitems/labels`)).status).toBe(status);
	});

	it.each([
		['limits', `${LIMITS}/create`, [LIMIT, LIMIT]],
		['create', `${RECORDS}/contacts/companies/batch/create`, [input(279), input(279)]],
		['read', `${RECORDS}/contacts/companies/batch/read`, [{ id: '1' }, { id: '2' }]],
		['objectsRead', '/crm/objects/2026-03/contacts/batch/read', [{ id: '1' }, { id: '2' }]],
	])('batchMaximum.%s', async (name, path, inputs) => {
		await start({ batchMaximum: { [name]: 1 } });
		expect((await call('POST', path, { inputs })).status).toBe(400);
		expect((await call('POST', path, { inputs: inputs.slice(1) })).status).toBeLessThan(300);
	});

	it('refuses to find companies by their domain, which is not unique', async () => {
		await start({});
		const body = { inputs: [{ id: 'x.example.com' }], idProperty: 'domain', properties: [] };
		const answer = await call('POST', '/crm/objects/2026-03/companies/batch/read', body);
		expect([answer.status, answer.body]).toEqual([
			400,
			expect.objectContaining({ message: expect.stringContaining('not a unique property') }),
		]);
		const vin = { inputs: [{ id: 'SIMVIN00000002' }], idProperty: 'vin', properties: ['vin'] };
		expect((await call('POST', '/crm/objects/2026-03/2-77/batch/read', vin)).body).toMatchObject({
			results: [{ id: '9002', properties: { vin: 'SIMVIN00000002' } }],
		});
	});
});
