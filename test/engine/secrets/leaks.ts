import type { FaultTable } from '../faults/faultTable';

export interface Leak {
	readonly scenario: string;
	readonly fault: string;
	readonly leaks: readonly string[];
}

/** The runs of a fault table that show a token. */
export function leaksIn(table: FaultTable): Leak[] {
	return [...table].flatMap(([scenario, cells]) =>
		[...cells].flatMap(([fault, { leaks }]) =>
			leaks.length > 0 ? [{ scenario, fault, leaks }] : [],
		),
	);
}
