import type { ApiVersion } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import type { Simulator } from '../../../simulator';
import { checkExchange, openApiAvailable } from '../../contract/openapi';

if (!openApiAvailable()) {
	it.skip("HubSpot's OpenAPI documents are absent: bodies are not validated against them", () => {});
}

/** Expects every body to hold to HubSpot's documents, where they are at hand. */
export function expectDocumented({ requests }: Simulator): void {
	if (openApiAvailable()) expect(requests.flatMap(checkExchange)).toEqual([]);
}

/** Expects every call to go to the version that is chosen, and to hold to HubSpot's documents. */
export function expectDocumentedCalls(simulator: Simulator, apiVersion: ApiVersion): void {
	const root = new RegExp(
		`^/crm/(associations/${apiVersion}|${apiVersion}/associations|limits/${apiVersion}|v3/limits)/`,
	);
	expect(simulator.requests.length).toBeGreaterThan(0);
	for (const { path } of simulator.requests) expect(path).toMatch(root);
	expectDocumented(simulator);
}
