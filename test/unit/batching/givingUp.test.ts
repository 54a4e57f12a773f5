import { retryDecision } from '../../../nodes/HubSpotAssociations/sending/retryPolicy';
import {
	brokenOff,
	dailyLimit,
	gaveUp,
	notSent,
	outcomeUnknown,
	waitTooLong,
} from '../../../nodes/HubSpotAssociations/sending/refusals';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { answer, dailyLimited, lost, rateLimited, unsent } from './support/answers';

const WRITE: HubSpotRequest = { method: 'POST', path: '/' };

describe('how far a row got when its request was given up', () => {
	const stateOf = (given: ReturnType<typeof answer>, wasSent = true, mayBeDone = false) =>
		gaveUp(given, 1, { wasSent, mayBeDone }).failure.state;

	it('is not sent where no try left, whatever else is known', () => {
		expect(stateOf(unsent(), false)).toBe('notSent');
	});

	it.each([400, 423, 429, 499])('is refused by a %i, unless a try before was lost', (status) => {
		expect(stateOf(answer(status))).toBe('refused');
		expect(stateOf(answer(status), true, true)).toBe('unknown');
	});

	it('is refused where a try before was refused and this one never left', () => {
		expect(stateOf(unsent())).toBe('refused');
		expect(stateOf(unsent(), true, true)).toBe('unknown');
	});

	it.each([
		['an answer that was lost', lost()],
		['an answer that was damaged', answer(200)],
		['a status that is no refusal', answer(399)],
		['a server that failed', answer(500)],
		['a gateway that failed', answer(504)],
	])('is unknown after %s', (_, given) => {
		expect(stateOf(given)).toBe('unknown');
	});

	it('keeps the status of an answer, and none of an answer that never came', () => {
		const tries = { wasSent: true, mayBeDone: true };
		expect(gaveUp(answer(503), 1, tries)).toMatchObject({
			reach: 'request',
			failure: { status: 503, retryable: true },
		});
		for (const none of [lost(), unsent()]) {
			expect(gaveUp(none, 1, tries).failure).not.toHaveProperty('status');
		}
	});

	it('calls a 300 a status and no damage', () => {
		const { failure } = gaveUp(answer(300), 1, { wasSent: true, mayBeDone: false });
		expect(failure.message).toContain('300');
	});
});

describe('rows that a run leaves behind', () => {
	it('may be sent when the run is started again', () => {
		const given = rateLimited();
		const refusals = [dailyLimit(dailyLimited()), waitTooLong(given, 180_000)];
		for (const { failure, reach } of refusals) {
			expect(reach).toBe('run');
			expect(failure).toMatchObject({ state: 'refused', retryable: true, status: 429 });
		}
		expect(refusals[1].failure.message).toContain('3 minutes');
		for (const failure of [notSent, brokenOff(new Error('Why')), brokenOff('Why')]) {
			expect(failure).toMatchObject({ state: 'notSent', retryable: true });
		}
		expect(brokenOff('Why').message).toContain('Why');
	});

	it('are unknown, and may be sent, after a lost answer', () => {
		const refused = { ...notSent, state: 'refused', retryable: false } as const;
		expect(outcomeUnknown(refused)).toMatchObject({ state: 'unknown', retryable: true });
	});
});

describe('whether an answer is tried again', () => {
	const decide = (given: ReturnType<typeof answer>) => retryDecision(WRITE, given, 0);

	it('waits as long as two minutes, and no longer', () => {
		const waiting = (seconds: string) => decide(rateLimited({ 'retry-after': seconds }));
		expect(waiting('120')).toMatchObject({ kind: 'retry', minimumMs: 120_000 });
		expect(waiting('121')).toMatchObject({ kind: 'tooLong', waitMs: 121_000 });
	});

	it.each([423, 429, 477])('takes a %i for a refusal that changed nothing', (status) => {
		expect(decide(answer(status))).toMatchObject({ kind: 'retry', mayBeDone: false });
	});

	it('takes only a 429 for the daily limit', () => {
		const body = { policyName: 'DAILY' };
		expect(decide(answer(429, body))).toEqual({ kind: 'settled' });
		expect(decide(answer(503, body))).toMatchObject({ kind: 'retry' });
		expect(decide(answer(429, 'DAILY'))).toMatchObject({ kind: 'retry' });
	});
});
