import type { FaultTable } from '../faults/faultTable';
import { findSecrets } from './findSecrets';

export interface Leak {
	readonly scenario: string;
	readonly fault: string;
	readonly found: readonly string[];
}

/**
 * The runs of a fault table that show a token.
 * @throws Error when a run had none to show: nothing would be proved
 */
export function leaksIn(table: FaultTable): Leak[] {
	return [...table].flatMap(([scenario, cells]) =>
		[...cells].flatMap(([fault, { played }]) => {
			if (played.secrets.length === 0) throw new Error(`${scenario}, ${fault}: no token`);
			const found = findSecrets(played.run, played.secrets);
			return found.length > 0 ? [{ scenario, fault, found }] : [];
		}),
	);
}
