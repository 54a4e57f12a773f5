import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Clock } from '../../sending/clock';

/** A wait is cut into pieces of this length, so that a cancelled execution ends within it. */
const LONGEST_SLEEP_MS = 200;

/** Makes a clock of n8n's time; waiting ends soon after the execution is cancelled. */
export function executionClock(context: IExecuteFunctions): Clock {
	const signal = context.getExecutionCancelSignal();
	const isCancelled = () => signal?.aborted ?? false;
	return {
		now: () => performance.now(),
		date: () => Date.now(),
		random: () => Math.random(),
		isCancelled,
		async sleep(milliseconds) {
			const end = performance.now() + milliseconds;
			for (let left = milliseconds; left > 0 && !isCancelled(); left = end - performance.now()) {
				await sleep(Math.min(left, LONGEST_SLEEP_MS));
			}
		},
	};
}
