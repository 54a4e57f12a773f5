import fc from 'fast-check';
import { isReadable } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { answer, unreadable } from '../batching/support/answers';

const path = '/';
const WRITES: readonly HubSpotRequest[] = [
	{ method: 'POST', path },
	{ method: 'PUT', path },
	{ method: 'DELETE', path },
];
const READS: readonly HubSpotRequest[] = [
	{ method: 'GET', path },
	{ method: 'POST', path, isBatchRead: true },
	{ method: 'POST', path, isSearch: true },
];

it.each(READS)('reads no list but a list of objects: %j', (request) => {
	const list = fc.oneof(fc.anything(), fc.array(fc.anything()), fc.array(fc.object()));
	fc.assert(
		fc.property(fc.constantFrom(200, 201, 204, 207), list, (status, results) => {
			const isList =
				Array.isArray(results) &&
				results.every((one) => one !== null && typeof one === 'object' && !Array.isArray(one));
			expect(isReadable(answer(status, { results }), request)).toBe(isList);
		}),
	);
	for (const body of ['', undefined, null, '<html>', []]) {
		expect(isReadable(answer(204, body), request)).toBe(false);
	}
	expect(isReadable(unreadable(), request)).toBe(false);
	expect(isReadable(answer(207, { results: [], errors: [{}] }), request)).toBe(true);
});

it.each(WRITES)('needs no list from a change, and nothing in a 204: %j', (request) => {
	expect(isReadable(answer(200, {}), request)).toBe(true);
	expect(isReadable(answer(204), request)).toBe(true);
	expect(isReadable(answer(200), request)).toBe(false);
	expect(isReadable(unreadable(), request)).toBe(false);
});
