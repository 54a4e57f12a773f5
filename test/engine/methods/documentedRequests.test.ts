import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { searchList } from '../../../tools/engine';
import { fromList } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { expectDocumented } from '../support/exchanges';

const simulator = simulatorForEachTest();

describe.each(API_VERSIONS)('version %s', (apiVersion) => {
	it.each([
		['searchObjectTypes', undefined, 200],
		['searchObjectTypes', ['crm.objects.contacts.read'], 403],
		['searchAssociationTypes', undefined, 200],
	])('%s, with the scopes %j', async (method, scopes, status) => {
		const accessToken = simulator.issueToken({ scopes });
		const list = searchList({
			node: new HubSpotAssociations(),
			type: NODE_TYPE,
			method,
			parameters: {
				authentication: 'accessToken',
				resource: 'associationLimit',
				fromObjectType: fromList('0-1'),
				toObjectType: fromList('0-2'),
				options: { apiVersion },
			},
			credentials: {
				hubSpotAssociationsApi: { accessToken, baseUrl: simulator.url },
			},
		});
		await list.catch(() => {});
		expect(simulator.requests.map((request) => request.status)).toContain(status);
		expectDocumented(simulator);
	});
});
