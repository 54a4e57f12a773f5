import { createRateShare } from '../../../nodes/HubSpotAssociations/sending/sharedRateLimit';
import { answer, rateLimited } from './support/answers';

/** What a run makes of one answer after the other: the most requests in a window, and the time between two. */

const headers = (max: unknown, remaining: unknown, interval?: unknown) => ({
	'x-hubspot-ratelimit-max': max,
	'x-hubspot-ratelimit-remaining': remaining,
	...(interval === undefined ? {} : { 'x-hubspot-ratelimit-interval-milliseconds': interval }),
});
const left = (max: unknown, remaining: unknown, interval?: unknown) =>
	answer(200, {}, headers(max, remaining, interval));

describe('a run alone', () => {
	it.each([
		['has sent all that is counted', 10, 97],
		['has sent more than is counted', 11, 97],
	])('takes all of the limit but three in a hundred where it %s', (_, own, maximum) => {
		const share = createRateShare(1_000);
		share.learn(left(100, 90), own, 0);
		expect([share.maximum, share.spacingMs]).toEqual([maximum, 0]);
	});

	it('is not alone where one request more is counted', () => {
		const share = createRateShare(1_000);
		share.learn(left(100, 90), 9, 0);
		expect(share.spacingMs).toBeGreaterThan(0);
	});

	it('takes no more than the user allows', () => {
		const share = createRateShare(50);
		share.learn(left(100, 90), 10, 0);
		expect(share.maximum).toBe(50);
	});

	it('takes it all back once the others are gone', () => {
		const share = createRateShare(100);
		share.learn(rateLimited(), 50, 0);
		expect(share.maximum).toBe(90);
		share.learn(left(100, 50), 50, 1);
		expect([share.maximum, share.spacingMs]).toEqual([97, 0]);
	});
});

describe('a 429', () => {
	it('costs a tenth, and spaces the requests out', () => {
		const share = createRateShare(100);
		share.learn(rateLimited(), 100, 0);
		expect(share.maximum).toBe(90);
		expect(share.spacingMs).toBeCloseTo(10_000 / 90);
	});

	it('costs nothing again within a tenth of the window', () => {
		const share = createRateShare(100);
		share.learn(rateLimited(), 100, 0);
		share.learn(rateLimited(), 100, 999);
		expect(share.maximum).toBe(90);
		share.learn(rateLimited(), 100, 1_000);
		expect(share.maximum).toBe(81);
	});

	it('is one of searches by the second, and costs nothing', () => {
		const share = createRateShare(100);
		share.learn(answer(429, { policyName: 'SECONDLY' }), 100, 0);
		expect([share.maximum, share.spacingMs]).toEqual([100, 0]);
	});

	it('counts with a body that cannot be read, and no other status does', () => {
		const share = createRateShare(100);
		share.learn(answer(503), 100, 0);
		expect(share.maximum).toBe(100);
		share.learn(answer(429), 100, 1_000);
		expect(share.maximum).toBe(90);
	});

	it('costs of what the run has sent where headers say that it is not alone', () => {
		const share = createRateShare(100);
		share.learn(rateLimited(headers(100, 0)), 50, 0);
		expect(share.maximum).toBe(45);
	});
});

describe('runs that share the limit', () => {
	it('give way while less than three in a hundred are left', () => {
		const share = createRateShare(1_000);
		share.learn(left(100, 99), 1, 0);
		share.learn(left(100, 2), 50, 10);
		expect(share.maximum).toBe(49);
	});

	it.each([
		[7, 51],
		[20, 57],
	])(
		'take more while %i in a hundred are left, the more the more is left',
		(remaining, maximum) => {
			const share = createRateShare(100);
			share.learn(rateLimited(headers(100, 0)), 53, 0);
			for (let time = 1_000; time <= 8_000; time += 1_000)
				share.learn(left(100, remaining), 20, time);
			expect(share.maximum).toBe(maximum);
		},
	);

	it.each([3, 6])('keep what they have while %i in a hundred are left', (remaining) => {
		const share = createRateShare(100);
		share.learn(rateLimited(), 50, 0);
		for (const time of [1_000, 2_000, 3_000]) share.learn(left(100, remaining), 50, time);
		expect(share.maximum).toBe(90);
	});

	it('still share it when an answer has no headers', () => {
		const share = createRateShare(100);
		share.learn(left(100, 50), 10, 0);
		share.learn(answer(200), 10, 1);
		expect(share.spacingMs).toBeGreaterThan(0);
	});

	it('never go below a request in two seconds', () => {
		const share = createRateShare(100);
		for (let time = 0; time < 100_000; time += 1_000) share.learn(rateLimited(), 1, time);
		expect([share.maximum, share.spacingMs]).toEqual([5, 2_000]);
	});
});

describe('the window', () => {
	it.each([
		[undefined, 10_100],
		[1_000, 1_100],
		['1', 101],
		[60_000, 60_100],
		[60_001, 10_100],
		[0.5, 10_100],
		['x', 10_100],
		[-5, 10_100],
	])('of %s ms counts for %i', (interval, windowMs) => {
		const share = createRateShare(100);
		share.learn(left(100, 90, interval), 10, 0);
		expect(share.windowMs).toBe(windowMs);
	});

	it('is kept where an answer does not name it, and lends its part of the rate', () => {
		const share = createRateShare(100);
		share.learn(left(1_000, 990, 1_000), 10, 0);
		share.learn(answer(200), 10, 1);
		expect([share.windowMs, share.maximum]).toEqual([1_100, 10]);
	});

	it.each([
		[0, 0],
		['', 5],
		['x', 5],
		[0.5, 0],
		[100, 'x'],
		[100, -1],
		[100, undefined],
	])('says nothing with a maximum of %s and %s left', (max, remaining) => {
		const share = createRateShare(100);
		share.learn(left(max, remaining, 1_000), 10, 0);
		expect([share.maximum, share.windowMs, share.spacingMs]).toEqual([100, 10_100, 0]);
	});
});
