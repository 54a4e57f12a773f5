import * as endpoints from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import {
	API_VERSIONS,
	DEFAULT_API_VERSION,
	type ApiVersion,
} from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { objectPair } from '../batching/support/scenario';

/** Paths as HubSpot's OpenAPI documents have them: v4, and the dated versions with {V} for the date. */
const PATHS: ReadonlyArray<readonly [name: string, v4: string, dated: string]> = [
	[
		'pathOfAllLimits',
		'/crm/associations/v4/definitions/configurations/all',
		'/crm/associations/{V}/definitions/configurations/all',
	],
	[
		'pathOfLimits',
		'/crm/associations/v4/definitions/configurations/contacts/2-7',
		'/crm/associations/{V}/definitions/configurations/contacts/2-7',
	],
	[
		'pathOfCreateLimits',
		'/crm/associations/v4/definitions/configurations/contacts/2-7/batch/create',
		'/crm/associations/{V}/definitions/configurations/contacts/2-7/batch/create',
	],
	[
		'pathOfUpdateLimits',
		'/crm/associations/v4/definitions/configurations/contacts/2-7/batch/update',
		'/crm/associations/{V}/definitions/configurations/contacts/2-7/batch/update',
	],
	[
		'pathOfPurgeLimits',
		'/crm/associations/v4/definitions/configurations/contacts/2-7/batch/purge',
		'/crm/associations/{V}/definitions/configurations/contacts/2-7/batch/purge',
	],
	[
		'pathOfLabels',
		'/crm/associations/v4/contacts/2-7/labels',
		'/crm/associations/{V}/contacts/2-7/labels',
	],
	[
		'pathOfLabelUsage',
		'/crm/v3/limits/associations/labels?fromObjectTypeId=0-1&toObjectTypeId=2-7',
		'/crm/limits/{V}/associations/labels?fromObjectTypeId=0-1&toObjectTypeId=2-7',
	],
	[
		'pathOfRecordUsage',
		'/crm/v3/limits/associations/records/0-1/2-7',
		'/crm/limits/{V}/associations/records/0-1/2-7',
	],
	['pathOfSchemas', '/crm-object-schemas/v3/schemas', '/crm-object-schemas/{V}/schemas'],
	[
		'pathOfCreateAssociations',
		'/crm/v4/associations/contacts/2-7/batch/create',
		'/crm/associations/{V}/contacts/2-7/batch/create',
	],
	[
		'pathOfCreateUnlabeled',
		'/crm/v4/associations/contacts/2-7/batch/associate/default',
		'/crm/associations/{V}/contacts/2-7/batch/associate/default',
	],
	[
		'pathOfReadAssociations',
		'/crm/v4/associations/contacts/2-7/batch/read',
		'/crm/associations/{V}/contacts/2-7/batch/read',
	],
	[
		'pathOfArchiveAssociations',
		'/crm/v4/associations/contacts/2-7/batch/archive',
		'/crm/associations/{V}/contacts/2-7/batch/archive',
	],
	[
		'pathOfArchiveLabels',
		'/crm/v4/associations/contacts/2-7/batch/labels/archive',
		'/crm/associations/{V}/contacts/2-7/batch/labels/archive',
	],
];

type PathOf = (version: ApiVersion, pair: ReturnType<typeof objectPair>) => string;

const PAIR = objectPair('contacts', '2-7');

describe.each(API_VERSIONS)('version %s', (version) => {
	const asDocumented = (v4: string, dated: string) =>
		version === 'v4' ? v4 : dated.replace('{V}', version);

	it.each(PATHS)('%s', (name, v4, dated) => {
		const pathOf = endpoints[name as keyof typeof endpoints] as PathOf;
		expect(pathOf(version, PAIR)).toBe(asDocumented(v4, dated));
	});

	it('knows which calls are exempt from the ten-second limit', () => {
		const rateOf = (path: string) => endpoints.rateKindOf({ method: 'POST', path });
		const notExempt = ['pathOfLabelUsage', 'pathOfRecordUsage', 'pathOfSchemas'];
		for (const [name, v4, dated] of PATHS) {
			const expected = notExempt.includes(name) ? 'tenSecondly' : 'exempt';
			expect([name, rateOf(asDocumented(v4, dated))]).toEqual([name, expected]);
		}
		const objects = asDocumented('/crm/v3/objects/0-1', '/crm/objects/{V}/0-1');
		expect(rateOf(`${objects}/batch/read`)).toBe('tenSecondly');
		const search = { method: 'POST', path: `${objects}/search`, isSearch: true } as const;
		expect(endpoints.rateKindOf(search)).toBe('exempt');
		expect(rateOf(endpoints.ACCOUNT_DETAILS_PATH)).toBe('tenSecondly');
	});

	it('reaches one label, and the records of one object', () => {
		expect(endpoints.pathOfLabel(version, PAIR, 36)).toBe(
			asDocumented(
				'/crm/associations/v4/contacts/2-7/labels/36',
				'/crm/associations/{V}/contacts/2-7/labels/36',
			),
		);
		expect(endpoints.pathOfReadRecords(version, PAIR.to)).toBe(
			asDocumented('/crm/v3/objects/2-7/batch/read', '/crm/objects/{V}/2-7/batch/read'),
		);
		expect(endpoints.pathOfSearchRecords(version, PAIR.to)).toBe(
			asDocumented('/crm/v3/objects/2-7/search', '/crm/objects/{V}/2-7/search'),
		);
	});
});

it('asks for the usage of one object, and of the account', () => {
	const { from } = PAIR;
	const [labels, records] = [
		'/crm/limits/2026-09/associations/labels',
		'/crm/limits/2026-09/associations/records',
	];
	expect(endpoints.pathOfLabelUsage('2026-09', { from })).toBe(`${labels}?fromObjectTypeId=0-1`);
	expect(endpoints.pathOfLabelUsage('2026-09', {})).toBe(labels);
	expect(endpoints.pathOfObjectUsage('2026-09', from)).toBe(`${records}/0-1/to`);
	expect(endpoints.pathOfObjectUsage('2026-09')).toBe(`${records}/from`);
	expect(endpoints.pathOfUsageReport('v4', 7)).toBe(
		'/crm/v4/associations/usage/high-usage-report/7',
	);
});

it('asks for the usage of an object that is known by its name alone by that name', () => {
	expect(endpoints.pathOfLabelUsage('2026-03', objectPair('p1_car', 'companies'))).toBe(
		'/crm/limits/2026-03/associations/labels?fromObjectTypeId=p1_car&toObjectTypeId=0-2',
	);
});

it('tests a credential and renews a token where the default version keeps them', () => {
	expect(endpoints.ACCOUNT_DETAILS_PATH).toBe('/account-info/2026-03/details');
	expect(endpoints.OAUTH_TOKEN_PATH).toBe('/oauth/2026-03/token');
});

it('knows the three versions', () => {
	expect(API_VERSIONS).toEqual(['2026-03', '2026-09', 'v4']);
	expect(DEFAULT_API_VERSION).toBe('2026-03');
});

it.each([
	[{ method: 'GET' }, true],
	[{ method: 'POST' }, false],
	[{ method: 'PUT' }, false],
	[{ method: 'DELETE' }, false],
	[{ method: 'POST', isSearch: true }, true],
	[{ method: 'POST', isBatchRead: true }, true],
	[{ method: 'POST', isSearch: false, isBatchRead: false }, false],
] as const)('whether %j can have changed nothing: %s', (request, expected) => {
	expect(endpoints.changesNothing({ ...request, path: '/' })).toBe(expected);
});
