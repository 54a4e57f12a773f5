/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { Client } from '@hubspot/api-client';
import {
	AssociationSpecAssociationCategoryEnum as Category,
	BasicApi,
	BatchApi,
	ReportApi,
} from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import {
	createConfiguration,
	DefinitionConfigurationsApi,
	DefinitionsApi,
	PublicAssociationDefinitionConfigurationCreateRequestCategoryEnum as CreateCategory,
	PublicAssociationDefinitionConfigurationUpdateRequestCategoryEnum as UpdateCategory,
	ServerConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/associations/v4/schema';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter';

/** What each call of HubSpot's client came to: null where it resolved, else why not. */
export interface ClientCalls {
	outcomes: Record<string, string | null>;
	/** Calls of its association APIs that were not made. */
	leftOut: string[];
}

const PAIR = ['contacts', 'companies'] as const;
const RECORDS = ['contacts', '1001', 'companies', '5001'] as const;
const INPUT = { _from: { id: '1001' }, to: { id: '5001' } };
const TYPES = [{ associationCategory: Category.UserDefined, associationTypeId: 36 }];
const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279 };
const NEW_LIMIT = { ...LIMIT, category: CreateCategory.HubspotDefined, maxToObjectIds: 5 };
const CHANGED_LIMIT = { ...LIMIT, category: UpdateCategory.HubspotDefined, maxToObjectIds: 7 };

type Call = readonly [name: string, make: () => Promise<unknown>];

function associationCalls({
	basicApi,
	batchApi,
	reportApi,
}: Client['crm']['associations']['v4']): Call[] {
	return [
		['BasicApi.createDefault', () => basicApi.createDefault(...RECORDS)],
		['BasicApi.create', () => basicApi.create(...RECORDS, TYPES)],
		['BasicApi.getPage', () => basicApi.getPage('contacts', '1001', 'companies', undefined, 1)],
		['BasicApi.archive', () => basicApi.archive(...RECORDS)],
		['BatchApi.createDefault', () => batchApi.createDefault(...PAIR, { inputs: [INPUT] })],
		['BatchApi.create', () => batchApi.create(...PAIR, { inputs: [{ ...INPUT, types: TYPES }] })],
		['BatchApi.getPage', () => batchApi.getPage(...PAIR, { inputs: [{ id: '1001' }] })],
		[
			'BatchApi.archiveLabels',
			() => batchApi.archiveLabels(...PAIR, { inputs: [{ ...INPUT, types: TYPES }] }),
		],
		[
			'BatchApi.archive',
			() => batchApi.archive(...PAIR, { inputs: [{ ...INPUT, to: [INPUT.to] }] }),
		],
		['ReportApi.request', () => reportApi.request(7)],
	];
}

function limitCalls(limits: DefinitionConfigurationsApi): Call[] {
	return [
		[
			'DefinitionConfigurationsApi.batchCreate',
			() => limits.batchCreate(...PAIR, { inputs: [NEW_LIMIT] }),
		],
		[
			'DefinitionConfigurationsApi.batchUpdate',
			() => limits.batchUpdate(...PAIR, { inputs: [CHANGED_LIMIT] }),
		],
		['DefinitionConfigurationsApi.getAll', () => limits.getAll()],
		[
			'DefinitionConfigurationsApi.getAllBetweenTwoObjectTypes',
			() => limits.getAllBetweenTwoObjectTypes(...PAIR),
		],
		[
			'DefinitionConfigurationsApi.batchRemove',
			() => limits.batchRemove(...PAIR, { inputs: [LIMIT] }),
		],
	];
}

function labelCalls(labels: DefinitionsApi): Call[] {
	let associationTypeId = 0;
	return [
		[
			'DefinitionsApi.create',
			async () => {
				const { results } = await labels.create(...PAIR, { name: 'guide', label: 'Guide' });
				associationTypeId = results[0].typeId;
			},
		],
		['DefinitionsApi.getAll', () => labels.getAll(...PAIR)],
		['DefinitionsApi.update', () => labels.update(...PAIR, { associationTypeId, label: 'Mentor' })],
		['DefinitionsApi.remove', () => labels.remove(...PAIR, associationTypeId)],
	];
}

function objectCalls(client: Client): Call[] {
	const { contacts, companies, schemas } = client.crm;
	const filter = { propertyName: 'domain', operator: FilterOperatorEnum.In, values: ['a.example'] };
	const byEmail = { inputs: [{ id: 'a@example.com' }], idProperty: 'email' };
	const properties = { properties: ['email'], propertiesWithHistory: [] };
	return [
		['contacts.batchApi.read', () => contacts.batchApi.read({ ...byEmail, ...properties })],
		[
			'companies.searchApi.doSearch',
			() => companies.searchApi.doSearch({ filterGroups: [{ filters: [filter] }] }),
		],
		['schemas.coreApi.getAll', () => schemas.coreApi.getAll()],
		['schemas.coreApi.getById', () => schemas.coreApi.getById('2-77')],
	];
}

function accountCalls(
	client: Client,
	[clientId, clientSecret, refreshToken]: readonly string[],
): Call[] {
	const { tokensApi } = client.oauth;
	return [
		['apiRequest', async () => await client.apiRequest({ path: '/account-info/v3/details' })],
		[
			'oauth.tokensApi.create',
			async () =>
				await tokensApi.create(
					'refresh_token',
					undefined,
					undefined,
					clientId,
					clientSecret,
					refreshToken,
				),
		],
	];
}

const APIS = { BasicApi, BatchApi, ReportApi, DefinitionConfigurationsApi, DefinitionsApi };

/** Calls of the association APIs, by the client's own account of them. */
function allCalls(): string[] {
	return Object.entries(APIS).flatMap(([api, { prototype }]) =>
		Object.getOwnPropertyNames(prototype)
			.filter((name) => name !== 'constructor' && !name.endsWith('WithHttpInfo'))
			.map((name) => `${api}.${name}`),
	);
}

async function main([url, accessToken, ...oAuth]: string[]): Promise<ClientCalls> {
	const client = new Client({ accessToken, basePath: url, numberOfApiCallRetries: 0 });
	const configuration = createConfiguration({
		baseServer: new ServerConfiguration(url, {}),
		authMethods: { oauth2: { accessToken } },
	});
	const calls = [
		...associationCalls(client.crm.associations.v4),
		...limitCalls(new DefinitionConfigurationsApi(configuration)),
		...labelCalls(client.crm.associations.v4.schema.definitionsApi),
		...objectCalls(client),
		...accountCalls(client, oAuth),
	];
	const outcomes: ClientCalls['outcomes'] = {};
	for (const [name, make] of calls) {
		outcomes[name] = await make().then(
			() => null,
			(error: unknown) => String(error),
		);
	}
	return { outcomes, leftOut: allCalls().filter((name) => !(name in outcomes)) };
}

main(process.argv.slice(2)).then(
	(calls) => process.stdout.write(JSON.stringify(calls)),
	(error: unknown) => {
		process.stderr.write(String(error));
		process.exitCode = 1;
	},
);
