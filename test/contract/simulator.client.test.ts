import { Client } from '@hubspot/api-client';
import {
	createConfiguration,
	DefinitionConfigurationsApi,
	PublicAssociationDefinitionConfigurationCreateRequestCategoryEnum as CreateCategory,
	PublicAssociationDefinitionConfigurationUpdateRequestCategoryEnum as UpdateCategory,
	ServerConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/associations/v4/schema';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter';
import { simulatorForEachTest } from '../support/simulator';

const OBJECT_LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279 };
const DECISION_MAKER = [{ associationCategory: Category.UserDefined, associationTypeId: 36 }];
const BILLING = [{ associationCategory: Category.UserDefined, associationTypeId: 38 }];

function pair(fromId: number, toId: number) {
	return { _from: { id: String(fromId) }, to: { id: String(toId) } };
}

describe("the simulator, driven by HubSpot's own Node client", () => {
	const simulator = simulatorForEachTest();
	let client: Client;
	let limits: DefinitionConfigurationsApi;

	beforeEach(() => {
		const { url, token } = simulator;
		client = new Client({ accessToken: token, basePath: url, numberOfApiCallRetries: 0 });
		limits = new DefinitionConfigurationsApi(
			createConfiguration({
				baseServer: new ServerConfiguration(url, {}),
				authMethods: { oauth2: { accessToken: token } },
			}),
		);
	});
	it('creates, reads, updates and purges limits', async () => {
		const created = await limits.batchCreate('contacts', 'companies', {
			inputs: [{ ...OBJECT_LIMIT, category: CreateCategory.HubspotDefined, maxToObjectIds: 5 }],
		});
		expect(created.results).toEqual([
			{ ...OBJECT_LIMIT, label: null, userEnforcedMaxToObjectIds: 5 },
		]);
		await limits.batchUpdate('contacts', 'companies', {
			inputs: [{ ...OBJECT_LIMIT, category: UpdateCategory.HubspotDefined, maxToObjectIds: 7 }],
		});
		const ofPair = await limits.getAllBetweenTwoObjectTypes('contacts', 'companies');
		expect(ofPair.results).toEqual([
			{ ...OBJECT_LIMIT, label: null, userEnforcedMaxToObjectIds: 7 },
		]);
		expect((await limits.getAll()).results).toEqual([
			{ ...OBJECT_LIMIT, label: null, userEnforcedMaxToObjectIds: 7 },
			{ ...OBJECT_LIMIT, typeId: 280, label: null, userEnforcedMaxToObjectIds: null },
		]);
		await limits.batchRemove('contacts', 'companies', { inputs: [OBJECT_LIMIT] });
		expect((await limits.getAll()).results).toEqual([]);
	});

	it('creates, updates, reads and deletes labels', async () => {
		const { definitionsApi } = client.crm.associations.v4.schema;
		const created = await definitionsApi.create('contacts', 'companies', {
			name: 'advisor',
			label: 'Advisor',
			inverseLabel: 'Advised By',
		});
		expect(created.results.map((one) => one.label)).toEqual(['Advisor', 'Advised By']);
		const [{ typeId }] = created.results;
		await definitionsApi.update('contacts', 'companies', {
			associationTypeId: typeId,
			label: 'Consultant',
			inverseLabel: 'Advised By',
		});
		const labelsOf = async (from: string, to: string) =>
			(await definitionsApi.getAll(from, to)).results.map((one) => one.label);
		expect(await labelsOf('contacts', 'companies')).toContain('Consultant');
		expect(await labelsOf('companies', 'contacts')).toContain('Advised By');
		await definitionsApi.remove('contacts', 'companies', typeId);
		expect(await labelsOf('contacts', 'companies')).not.toContain('Consultant');
		expect(await labelsOf('companies', 'contacts')).not.toContain('Advised By');
	});

	it('creates, reads and archives associations and their labels', async () => {
		const { batchApi } = client.crm.associations.v4;
		const inputs = [{ ...pair(1001, 5001), types: [...DECISION_MAKER, ...BILLING] }];
		const created = await batchApi.create('contacts', 'companies', { inputs });
		expect(created.results).toEqual([
			{
				fromObjectTypeId: '0-1',
				fromObjectId: 1001,
				toObjectTypeId: '0-2',
				toObjectId: 5001,
				labels: ['Decision Maker', 'Billing Contact'],
			},
		]);
		await batchApi.createDefault('contacts', 'companies', { inputs: [pair(1001, 5002)] });
		await batchApi.archiveLabels('contacts', 'companies', {
			inputs: [{ ...pair(1001, 5001), types: DECISION_MAKER }],
		});
		const read = await batchApi.getPage('contacts', 'companies', { inputs: [{ id: '1001' }] });
		expect(
			read.results[0].to.map((one) => [
				one.toObjectId,
				one.associationTypes.map((type) => type.label),
			]),
		).toEqual([
			[5001, [null, 'Billing Contact']],
			[5002, [null]],
		]);
		await batchApi.archive('contacts', 'companies', {
			inputs: [{ _from: { id: '1001' }, to: [{ id: '5001' }, { id: '5002' }] }],
		});
		expect(simulator.account.associations('companies', 'contacts')).toEqual([]);
	});

	it('tells it which inputs of a batch were refused', async () => {
		const answer = await client.crm.associations.v4.batchApi.create('contacts', 'companies', {
			inputs: [
				{ ...pair(1001, 5001), types: DECISION_MAKER },
				{ ...pair(9993051, 5001), types: DECISION_MAKER },
			],
		});
		expect(answer.results).toHaveLength(1);
		expect('errors' in answer && answer.errors?.map((error) => error.context)).toEqual([
			{ objectType: ['contact'], id: ['9993051'] },
		]);
	});

	it('finds records by a unique property and by search', async () => {
		const { contacts, companies } = client.crm;
		const read = await contacts.batchApi.read({
			inputs: [{ id: 'Aoife.Murphy.1@example.com' }],
			idProperty: 'email',
			properties: ['email'],
			propertiesWithHistory: [],
		});
		expect(read.results.map((one) => one.id)).toEqual(['1001']);
		const found = await companies.searchApi.doSearch({
			filterGroups: [
				{
					filters: [
						{
							propertyName: 'domain',
							operator: FilterOperatorEnum.In,
							values: ['harbour-logistics-1.example.com'],
						},
					],
				},
			],
			properties: ['domain'],
			limit: 10,
		});
		expect(found.results.map((one) => one.id)).toEqual(['5001']);
	});

	it('lists custom objects and renews tokens', async () => {
		const schemas = await client.crm.schemas.coreApi.getAll();
		expect(schemas.results.map((one) => one.objectTypeId)).toEqual(['2-77']);
		const { clientId, clientSecret, refreshToken } = simulator.oauth;
		const renewed = await client.oauth.tokensApi.create(
			'refresh_token',
			undefined,
			undefined,
			clientId,
			clientSecret,
			refreshToken,
		);
		client.setAccessToken(renewed.accessToken);
		const details = await client.apiRequest({ path: '/account-info/v3/details' });
		expect(details.status).toBe(200);
	});
});
