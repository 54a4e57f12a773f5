import type { Failure } from '../outcome';

/**
 * How the guilty inputs of a refused batch are found where its refusal names none. Pure: which inputs
 * to try alone, and what that says about the others.
 */

/** How many inputs of a batch are tried alone before the others are refused with them. */
const SAMPLE = 8;

/** The same where a sample of another batch of the call was refused for the same reason before. */
const FURTHER_SAMPLE = 3;

/**
 * A batch is cut into this many parts. For one guilty input that takes as many requests as halving, and
 * for many it takes a third fewer; the parts are sent at once, so it takes half the time.
 */
const PARTS = 4;

/** Where so many inputs of a batch were refused alone, others are likely to be guilty, too. */
const MANY_REFUSED = 2;

/** What is known of the inputs of one refused batch. All parts of it share this. */
export class GuiltSearch {
	private readonly refusedAlone = new Map<string, number>();

	/** Notes that HubSpot refused an input that was sent alone. */
	note(failure: Failure): void {
		const reason = reasonOf(failure);
		this.refusedAlone.set(reason, this.countOf(failure) + 1);
	}

	/** Returns into how many parts to cut a refused part of the batch. */
	partsOf(failure: Failure, count: number): number {
		return this.suspectsMany(failure) && count <= SAMPLE ? count : PARTS;
	}

	/** Whether so many inputs were refused alone for this reason that a part may be guilty as a whole. */
	suspectsMany(failure: Failure): boolean {
		return this.countOf(failure) >= MANY_REFUSED;
	}

	private countOf(failure: Failure): number {
		return this.refusedAlone.get(reasonOf(failure)) ?? 0;
	}
}

/** Remembers for which reasons all inputs of a sample were refused, call by call. */
export class UnanimousReasons {
	private readonly reasons = new Set<string>();

	add(callKey: string, failure: Failure): void {
		this.reasons.add(`${callKey} ${reasonOf(failure)}`);
	}

	/** Returns how many inputs of a batch to try alone; none of one so small that it saves nothing. */
	sampleSize(callKey: string, failure: Failure, count: number): number {
		// Without a status, the refusal is the node's own: it wants fewer inputs at a time.
		if (count <= SAMPLE || failure.status === undefined) return 0;
		return this.reasons.has(`${callKey} ${reasonOf(failure)}`) ? FURTHER_SAMPLE : SAMPLE;
	}
}

/** Two inputs were refused for the same reason if HubSpot said the same about both. */
export function reasonOf({ status, category, subCategory, message }: Failure): string {
	return [status, category, subCategory, message].join('|');
}

/** The parts of a batch in the order in which the sample takes them: both ends and the middle come early. */
const ORDER = [0, 7, 3, 4, 5, 2, 1, 6];

/**
 * Returns the positions of a sample from across the batch: its first and its last input, so that guilty inputs
 * at one end do not fill the sample, and one from each eighth between them. Their remainders when divided by
 * eight differ, so that guilty inputs at every second or fourth position do not fill it either.
 * @param count more than 8
 */
export function samplePositions(count: number, size: number): number[] {
	return ORDER.slice(0, size).map((part) => {
		if (part === SAMPLE - 1) return count - 1;
		const start = Math.floor((part * count) / SAMPLE);
		const position = start + ((((part - start) % SAMPLE) + SAMPLE) % SAMPLE);
		return position < count - 1 ? position : position - SAMPLE;
	});
}

/** Makes the failure of the inputs that are refused with a sample. */
export function refusedWithSample(failure: Failure, tried: number): Failure {
	return {
		...failure,
		message: `This row was not tried alone: HubSpot refused its batch, and then ${tried} rows from across the batch, each for the same reason: ${failure.message}`,
		advice: [failure.advice, 'Run the row again once that is fixed.'].filter(Boolean).join(' '),
		state: 'notSent',
		retryable: true,
	};
}

/** Separates the inputs that a refusal names from the others. */
export function separate<Item>(items: readonly Item[], positions: readonly number[]): Item[][] {
	const named = new Set(positions);
	return [
		items.filter((_, index) => named.has(index)),
		items.filter((_, index) => !named.has(index)),
	];
}
