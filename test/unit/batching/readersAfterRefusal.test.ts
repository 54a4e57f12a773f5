import { AssociationReader } from '../../../nodes/HubSpotAssociations/reading/associationReader';
import { lookUpRecords } from '../../../nodes/HubSpotAssociations/reading/recordLookup';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import {
	fail,
	succeed,
	type Failure,
	type Outcome,
	type Reach,
} from '../../../nodes/HubSpotAssociations/outcome';
import type { RecordLookup } from '../../../nodes/HubSpotAssociations/hubspot/records/records';
import { objectPair } from './support/scenario';

/** A reader asks no more of what a refusal has closed: a pair of objects, or the whole run. */

const TO_COMPANIES = objectPair('contacts', 'companies');
const TO_DEALS = objectPair('contacts', 'deals');

function refusal(status: number, reach: Reach): Failure {
	return { message: `Status ${status}`, reach, status, state: 'refused', retryable: false };
}

const UNAUTHORIZED = refusal(401, 'run');
const FORBIDDEN = refusal(403, 'group');
const NOT_UNIQUE = refusal(400, 'batch');

/** Sends nothing, and remembers the paths that it was to send to. */
function senderOf(answer: (request: HubSpotRequest) => Failure | object) {
	const paths: string[] = [];
	return {
		paths,
		stats: { requests: 0, retries: 0 },
		send: async (request: HubSpotRequest) => {
			paths.push(request.path);
			const body = answer(request);
			return 'reach' in body ? fail(body as Failure) : succeed({ status: 200, headers: {}, body });
		},
	};
}

describe('associations', () => {
	async function readTwice(failure: Failure, second = TO_DEALS) {
		const sender = senderOf(() => failure);
		const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
		const readings = [reader.readingOf(TO_COMPANIES, '1'), reader.readingOf(second, '2')];
		for (const reading of readings) await reader.readOn([reading]);
		return { asked: sender.paths.length, failures: readings.map((one) => one.failure) };
	}

	it('are asked for no more in a run that HubSpot refuses', async () => {
		const { asked, failures } = await readTwice(UNAUTHORIZED);
		expect(asked).toBe(1);
		expect(failures).toEqual([UNAUTHORIZED, { ...UNAUTHORIZED, state: 'notSent' }]);
	});

	it('are asked for no more of two objects that HubSpot refuses', async () => {
		const { asked, failures } = await readTwice(FORBIDDEN, TO_COMPANIES);
		expect(asked).toBe(1);
		expect(failures).toEqual([FORBIDDEN, { ...FORBIDDEN, state: 'notSent' }]);
	});

	it('are still asked for of other objects', async () => {
		expect((await readTwice(FORBIDDEN)).asked).toBe(2);
	});
});

describe('records by their properties', () => {
	function lookup(property: string, count: number): RecordLookup {
		const outcomes = new Map<string, Outcome<string> | undefined>();
		for (let value = 0; value < count; value++) outcomes.set(String(value), undefined);
		return { type: TO_COMPANIES.from, property, outcomes };
	}

	async function lookUp(
		answer: (request: HubSpotRequest) => Failure | object,
		lookups = [lookup('email', 250), lookup('code', 250)],
	) {
		const sender = senderOf(answer);
		await lookUpRecords(sender, 'v4', lookups, 1);
		const failed = lookups.flatMap(({ outcomes }) => [...outcomes.values()]);
		expect(failed.every((one) => one?.ok === false)).toBe(true);
		return sender.paths;
	}

	it('are read no more in a run that HubSpot refuses', async () => {
		expect(await lookUp(() => UNAUTHORIZED)).toHaveLength(1);
	});

	it.each([
		['has been read', () => ({ results: [] })],
		['is to be searched', () => NOT_UNIQUE],
	])('are not asked for when one property %s and the next closes the run', async (_, answer) => {
		const isCode = ({ body }: HubSpotRequest) => JSON.stringify(body).includes('code');
		const paths = await lookUp((request) => (isCode(request) ? UNAUTHORIZED : answer()));
		expect(paths).toHaveLength(2);
	});

	it('are not searched when reading on closes the run', async () => {
		let reads = 0;
		const paths = await lookUp(({ body }) => {
			if (JSON.stringify(body).includes('code')) return NOT_UNIQUE;
			return reads++ === 0 ? { results: [] } : UNAUTHORIZED;
		});
		expect(paths.filter((path) => path.endsWith('/search'))).toEqual([]);
	});

	it('are searched no more in a run that HubSpot refuses', async () => {
		const paths = await lookUp(({ isSearch }) => (isSearch ? UNAUTHORIZED : NOT_UNIQUE));
		expect(paths.filter((path) => path.endsWith('/search'))).toHaveLength(1);
	});

	it('are searched by another property where HubSpot refuses one', async () => {
		const paths = await lookUp(({ isSearch }) => (isSearch ? FORBIDDEN : NOT_UNIQUE));
		expect(paths.filter((path) => path.endsWith('/search'))).toHaveLength(2);
	});
});
