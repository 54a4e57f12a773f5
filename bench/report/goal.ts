/** A goal, and what was measured. */
export interface Goal {
	readonly name: string;
	readonly goal: string;
	readonly measured: string;
	readonly isMet: boolean;
}

/** Goals beside a bare axios script that does the same. */
export const MOST_TIME_TO_FLOOR = 1.5;
export const MOST_CPU_TO_FLOOR = 2;

type Format = (value: number) => string;

export function atMost(name: string, most: number, value: number, format: Format): Goal {
	const goal = `at most ${format(most)}`;
	return { name, goal, measured: format(value), isMet: value <= most };
}

export function atLeast(name: string, least: number, value: number, format: Format): Goal {
	const goal = `at least ${format(least)}`;
	return { name, goal, measured: format(value), isMet: value >= least };
}
