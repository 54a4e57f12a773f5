/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { IExecuteFunctions } from 'n8n-workflow';
import { executionClock } from '../../nodes/HubSpotAssociations/actions/run/executionClock';

const HOUR_MS = 3_600_000;

function clockWith(signal?: AbortSignal) {
	const context = { getExecutionCancelSignal: () => signal } as unknown as IExecuteFunctions;
	return executionClock(context);
}

/** Sets the computer's time anew, so long after this moment. */
function setTimeAfter(milliseconds: number, by: number): void {
	const date = Date.now.bind(Date);
	let ahead = 0;
	setTimeout(() => (ahead = by), milliseconds);
	jest.spyOn(Date, 'now').mockImplementation(() => date() + ahead);
}

afterEach(() => jest.restoreAllMocks());

it.each([
	['back', -HOUR_MS],
	['forward', HOUR_MS],
])("waits as long as it should when the computer's time is set %s", async (_, by) => {
	setTimeAfter(50, by);
	const clock = clockWith();
	const before = { now: clock.now(), date: clock.date() };
	await clock.sleep(300);
	expect(clock.now() - before.now).toBeGreaterThanOrEqual(295);
	expect(clock.now() - before.now).toBeLessThan(2_000);
	expect(Math.abs(clock.date() - before.date - by)).toBeLessThan(2_000);
});

it('ends a wait soon after the execution is cancelled', async () => {
	const cancel = new AbortController();
	const clock = clockWith(cancel.signal);
	const start = clock.now();
	setTimeout(() => cancel.abort(), 50);
	await clock.sleep(HOUR_MS);
	expect(clock.now() - start).toBeLessThan(1_000);
});
