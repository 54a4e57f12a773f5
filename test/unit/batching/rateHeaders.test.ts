import fc from 'fast-check';
import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { createRateShare } from '../../../nodes/HubSpotAssociations/sending/sharedRateLimit';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import { countOf } from '../../counts';
import { VirtualClock } from './support/virtualClock';

/** Rate headers that no HubSpot would send, and what a run makes of them. */

const MAX = 'x-hubspot-ratelimit-max';
const REMAINING = 'x-hubspot-ratelimit-remaining';
const INTERVAL = 'x-hubspot-ratelimit-interval-milliseconds';

const REQUEST = { method: 'GET', path: '/' } as const;

const answerWith = (headers: Answer['headers'], status = 200): Answer => ({
	status,
	headers,
	body: status === 429 ? { policyName: 'TEN_SECONDLY_ROLLING' } : {},
});

/** When so many requests are sent, one after the other, each answered with the next of these. */
async function sendTimes(answers: readonly Answer[], count: number, rate = 100): Promise<number[]> {
	const clock = new VirtualClock();
	const pacer = createPacer(rate, clock);
	const times: number[] = [];
	const work = async () => {
		for (let request = 0; request < count; request++) {
			await pacer.turn(REQUEST);
			times.push(clock.now());
			await clock.pass(20);
			pacer.learn(REQUEST, answers[request % answers.length]);
		}
	};
	await clock.run(work());
	return times;
}

const nonsense = fc.oneof(
	fc.constantFrom('', '0', '1', '2', '5', '99', '100', '190', '1000', '10000', '60000', '1e9'),
	fc.constantFrom('-1', '0.5', '1.01', 'NaN', 'Infinity', '1e308', 'x', '0x10', ' ', '5e-324'),
	fc.double().map(String),
	fc.nat().map(String),
);

const headers = fc.record(
	{ [MAX]: nonsense, [REMAINING]: nonsense, [INTERVAL]: nonsense },
	{ requiredKeys: [] },
);

const answers = fc.array(
	fc
		.tuple(headers, fc.constantFrom(200, 200, 429))
		.map(([some, status]) => answerWith(some, status)),
	{ minLength: 1, maxLength: 4 },
);

/** A window that begins full and is a minute long at most holds the first request of the next back for so long. */
const FULL_WINDOW_MS = 60_100;

it('sends a request in two seconds at least, whatever the headers', async () => {
	await fc.assert(
		fc.asyncProperty(answers, async (some) => {
			const count = 60;
			const times = await sendTimes(some, count);
			expect(times[count - 1]).toBeLessThanOrEqual(count * 2_030 + FULL_WINDOW_MS);
		}),
		{
			numRuns: countOf('scheduleRuns'),
			examples: [
				[
					[
						answerWith({ [MAX]: '1.01', [REMAINING]: '190', [INTERVAL]: '99' }),
						answerWith({ [MAX]: '1', [REMAINING]: '1', [INTERVAL]: '60000' }, 429),
					],
				],
			],
		},
	);
});

it('sends a request in two seconds where HubSpot says that 2 may be sent and none is left', async () => {
	const times = await sendTimes([answerWith({ [MAX]: '2', [REMAINING]: '0' })], 30);
	const gaps = times.slice(1).map((time, index) => time - times[index]);
	expect(times[29]).toBeLessThanOrEqual(30 * 2_030);
	expect(Math.max(...gaps)).toBeLessThanOrEqual(10_100);
});

it.each([1, 3, 20])('never sends more than the %i requests that the user allows', async (rate) => {
	await fc.assert(
		fc.asyncProperty(answers, async (some) => {
			const times = await sendTimes(some, rate * 3, rate);
			const inTenSeconds = times.map((from) => times.filter((t) => t >= from && t < from + 10_000));
			expect(Math.max(...inTenSeconds.map(({ length }) => length))).toBeLessThanOrEqual(rate);
		}),
		{ numRuns: countOf('scheduleRuns') },
	);
});

describe('what a run takes from an answer', () => {
	const full = { [MAX]: '100', [REMAINING]: '0', [INTERVAL]: '10000' };

	it('gives way after a 429 that has no headers', () => {
		const share = createRateShare(100);
		share.learn(answerWith({}, 429), 100, 0);
		expect(share.maximum).toBe(90);
		expect(share.spacingMs).toBeCloseTo(10_000 / 90);
	});

	it('gives way after a 429 whose headers show no other run', () => {
		const share = createRateShare(100);
		share.learn(answerWith({ ...full, [REMAINING]: '40' }, 429), 60, 0);
		expect(share.spacingMs).toBeGreaterThan(0);
	});

	it('takes no more after a 429 whose headers show no other run', () => {
		const share = createRateShare(100);
		share.learn(answerWith({}, 429), 100, 0);
		share.learn(answerWith({ ...full, [REMAINING]: '40' }, 429), 60, 5_000);
		expect(share.maximum).toBe(90);
		share.learn(answerWith({ ...full, [REMAINING]: '40' }), 60, 10_000);
		expect(share.maximum).toBe(97);
	});

	it('gives way further after a 429 than after a limit that is nearly used up', () => {
		const maximumAfter = (status: number) => {
			const share = createRateShare(100);
			share.learn(answerWith(full, status), 90, 0);
			return share.maximum;
		};
		expect(maximumAfter(429)).toBe(81);
		expect(maximumAfter(200)).toBe(88);
	});

	it('takes a 429 of the searches by the second for no sign of other runs', () => {
		const share = createRateShare(100);
		share.learn({ status: 429, headers: {}, body: { policyName: 'SECONDLY' } }, 100, 0);
		expect(share).toMatchObject({ maximum: 100, spacingMs: 0 });
	});

	it.each([
		[60, 0],
		[59, 10_000 / 97],
	])(
		'is alone where all 60 requests that HubSpot has counted are among its own %i',
		(own, spacing) => {
			const share = createRateShare(100);
			share.learn(answerWith({ ...full, [REMAINING]: '40' }), own, 0);
			expect(share.spacingMs).toBeCloseTo(spacing);
		},
	);
});
