import type { INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { loadOptions, searchList } from '../../../tools/engine';
import { fromList } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';

const simulator = simulatorForEachTest();

interface Opened {
	parameters?: INodeParameters;
	filter?: string;
	paginationToken?: string;
	token?: string;
}

function picker(method: string, { parameters, token, ...search }: Opened) {
	return {
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		method,
		parameters: {
			authentication: 'accessToken',
			fromObjectType: fromList('0-1'),
			toObjectType: fromList('0-2'),
			...parameters,
		},
		credentials: {
			hubSpotAssociationsApi: {
				accessToken: token ?? simulator.token,
				baseUrl: simulator.url,
			},
		},
		...search,
	};
}

async function names(method: string, opened: Opened = {}): Promise<string[]> {
	const { results } = await searchList(picker(method, opened));
	return results.map(({ name }) => name);
}

describe('object types', () => {
	it("lists HubSpot's own and the account's: the usual ones first, then by name", async () => {
		const { results, paginationToken } = await searchList(picker('searchObjectTypes', {}));
		expect(results).toHaveLength(24);
		expect(results.slice(0, 8)).toEqual([
			{ name: 'Contacts', value: '0-1' },
			{ name: 'Companies', value: '0-2' },
			{ name: 'Deals', value: '0-3' },
			{ name: 'Tickets', value: '0-5' },
			{ name: 'Appointments', value: '0-421' },
			{ name: 'Calls', value: '0-48' },
			{ name: 'Cars (2-77)', value: '2-77' },
			{ name: 'Carts', value: '0-142' },
		]);
		expect(paginationToken).toBeUndefined();
	});

	it('are found by name and by ID', async () => {
		expect(await names('searchObjectTypes', { filter: 'CAR' })).toEqual(['Cars (2-77)', 'Carts']);
		expect(await names('searchObjectTypes', { filter: '0-136' })).toEqual(['Leads']);
	});

	it('come in pages where they are many', async () => {
		for (let number = 0; number < 100; number++) {
			simulator.account.addObjectType({ name: `thing_${number}` });
		}
		const seen: unknown[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await searchList(picker('searchObjectTypes', { paginationToken }));
			expect(page.results.length).toBeLessThanOrEqual(50);
			seen.push(...page.results.map(({ value }) => value));
			({ paginationToken } = page);
		} while (paginationToken !== undefined);
		expect(seen).toHaveLength(124);
		expect(new Set(seen).size).toBe(124);
	});

	it("list HubSpot's own without the scope for custom objects, and say what is missing", async () => {
		const token = simulator.issueToken({ scopes: ['crm.objects.contacts.read'] });
		const { results } = await searchList(picker('searchObjectTypes', { token }));
		expect(results).toHaveLength(24);
		expect(results.at(-1)).toEqual({
			name: 'Custom objects cannot be listed: the credential is missing the scope crm.schemas.custom.read',
			value: '',
			disabled: true,
		});
		await expect(
			searchList(picker('searchObjectTypes', { token, filter: 'cars' })),
		).rejects.toThrow('the credential is missing the scope crm.schemas.custom.read');
	});

	it('name the scope where HubSpot does not', async () => {
		simulator.faults.add({ fault: { kind: 'status', status: 403, body: {} } });
		expect((await names('searchObjectTypes')).at(-1)).toContain('crm.schemas.custom.read');
	});

	it("say that HubSpot's answer held no list", async () => {
		simulator.faults.add({ fault: { kind: 'status', status: 200, body: {} } });
		expect((await names('searchObjectTypes')).at(-1)).toBe(
			"Custom objects cannot be listed: HubSpot's response could not be read",
		);
	});

	it('are read in the version that is chosen', async () => {
		await names('searchObjectTypes', { parameters: { options: { apiVersion: 'v4' } } });
		expect(requestLines(simulator)).toEqual(['GET /crm-object-schemas/v3/schemas']);
	});
});

describe('association types', () => {
	it('show label, ID and limit', async () => {
		simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
		expect(await names('searchAssociationTypes')).toEqual(
			expect.arrayContaining([
				'Unlabeled (279)',
				'Primary (1)',
				'Decision Maker (36) · limit 5',
				'Billing Contact (38)',
			]),
		);
		const { results } = await searchList(picker('searchAssociationTypes', { filter: 'decision' }));
		expect(results).toMatchObject([{ value: 'USER_DEFINED:36' }]);
	});

	it('are listed without limits where those cannot be read', async () => {
		simulator.faults.add({ path: /configurations/, fault: { kind: 'status', status: 403 } });
		expect(await names('searchAssociationTypes', { filter: '36' })).toEqual([
			'Decision Maker (36)',
		]);
	});

	it('are not taken for none when the answer holds no list', async () => {
		simulator.faults.add({ path: /labels/, fault: { kind: 'status', status: 200, body: {} } });
		await expect(names('searchAssociationTypes')).rejects.toThrow(
			"HubSpot's response could not be read",
		);
	});

	it('that can be changed are those of the account', async () => {
		expect(await names('searchOwnLabels')).toEqual(['Decision Maker (36)', 'Billing Contact (38)']);
		const toCars = { toObjectType: fromList('2-77') };
		expect(await names('searchOwnLabels', { parameters: toCars })).toEqual(['Driver (45)']);
	});

	it('name the missing scopes', async () => {
		const token = simulator.issueToken({ scopes: ['oauth'] });
		await expect(searchList(picker('searchAssociationTypes', { token }))).rejects.toThrow(
			/The credential is missing these scopes: .*crm\.objects\.contacts\.read/,
		);
	});

	it('ask for both objects first', async () => {
		const parameters = { toObjectType: fromList('') };
		await expect(searchList(picker('searchAssociationTypes', { parameters }))).rejects.toThrow(
			"Pick both objects first: 'To Object Type' is empty",
		);
		expect(requestLines(simulator)).toEqual([]);
	});
});

describe('labels', () => {
	it('ask for both objects first, with a choice that means nothing', async () => {
		const parameters = { toObjectType: fromList('') };
		expect(await loadOptions(picker('getLabels', { parameters }))).toEqual([
			{
				name: "Pick both objects first: 'To Object Type' is empty",
				value: '',
			},
		]);
		expect(requestLines(simulator)).toEqual([]);
	});

	it('have short names, for they become chips, and tell the rest below', async () => {
		simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 3);
		const options = await loadOptions(picker('getLabels', {}));
		expect(options).toContainEqual({
			name: 'Decision Maker (36)',
			description: 'USER_DEFINED:36 · contacts → companies · limit 3',
			value: 'USER_DEFINED:36',
		});
	});

	it('leave the unlabeled type out', async () => {
		const options = await loadOptions(picker('getLabels', {}));
		expect(options.map(({ value }) => value).sort()).toEqual([
			'HUBSPOT_DEFINED:1',
			'USER_DEFINED:36',
			'USER_DEFINED:38',
		]);
	});

	it('say when the token is refused', async () => {
		await expect(loadOptions(picker('getLabels', { token: 'wrong' }))).rejects.toThrow(
			'Authentication credentials not found',
		);
	});
});
