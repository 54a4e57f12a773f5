import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { AssociationReader } from '../../../nodes/HubSpotAssociations/reading/associationReader';
import { lookUpRecords } from '../../../nodes/HubSpotAssociations/reading/recordLookup';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import type { Outcome } from '../../../nodes/HubSpotAssociations/outcome';
import type { RecordLookup } from '../../../nodes/HubSpotAssociations/hubspot/records/records';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import { answer } from './support/answers';
import { senderOver } from './support/handSender';
import { objectPair } from './support/scenario';

/** A reader asks no more of what a refusal has closed: a pair of objects, or the whole run. */

const TO_COMPANIES = objectPair('contacts', 'companies');
const TO_DEALS = objectPair('contacts', 'deals');

const UNAUTHORIZED = answer(401, { message: 'Status 401' });
const FORBIDDEN = answer(403, { message: 'Status 403' });
const NOT_UNIQUE = answer(400, { message: 'Status 400' });

describe('associations', () => {
	async function readTwice(refusal: Answer, second = TO_DEALS) {
		const sender = senderOver(() => refusal);
		const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
		const readings = [reader.readingOf(TO_COMPANIES, '1'), reader.readingOf(second, '2')];
		for (const reading of readings) await reader.readOn([reading]);
		return { asked: sender.sent.length, failures: readings.map((one) => one.failure) };
	}

	it('are asked for no more in a run that HubSpot refuses', async () => {
		const { asked, failures } = await readTwice(UNAUTHORIZED);
		expect(asked).toBe(1);
		expect(failures).toMatchObject([
			{ message: 'Status 401', state: 'refused' },
			{ message: 'Status 401', state: 'notSent' },
		]);
	});

	it('are asked for no more of two objects that HubSpot refuses', async () => {
		const { asked, failures } = await readTwice(FORBIDDEN, TO_COMPANIES);
		expect(asked).toBe(1);
		expect(failures).toMatchObject([
			{ message: 'Status 403', state: 'refused' },
			{ message: 'Status 403', state: 'notSent' },
		]);
	});

	it('are still asked for of other objects', async () => {
		expect((await readTwice(FORBIDDEN)).asked).toBe(2);
	});
});

describe('records by their properties', () => {
	function lookup(property: string, count: number): RecordLookup {
		const outcomes = new Map<string, Outcome<RecordId> | undefined>();
		for (let value = 0; value < count; value++) outcomes.set(String(value), undefined);
		return { type: TO_COMPANIES.from, property, outcomes };
	}

	async function lookUp(
		answerTo: (request: HubSpotRequest) => Answer | object,
		lookups = [lookup('email', 250), lookup('code', 250)],
	) {
		const sender = senderOver(answerTo);
		await lookUpRecords(sender, 'v4', lookups, 1);
		const failed = lookups.flatMap(({ outcomes }) => [...outcomes.values()]);
		expect(failed.every((one) => one?.ok === false)).toBe(true);
		return sender.sent.map(({ path }) => path);
	}

	it('are read no more in a run that HubSpot refuses', async () => {
		expect(await lookUp(() => UNAUTHORIZED)).toHaveLength(1);
	});

	it.each([
		['has been read', () => ({ results: [] })],
		['is to be searched', () => NOT_UNIQUE],
	])('are not asked for when one property %s and the next closes the run', async (_, answerTo) => {
		const isCode = ({ body }: HubSpotRequest) => JSON.stringify(body).includes('code');
		const paths = await lookUp((request) => (isCode(request) ? UNAUTHORIZED : answerTo()));
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
