import { modeCalled } from '../modes/modes';
import { atMost, MOST_CPU_TO_FLOOR, MOST_TIME_TO_FLOOR, type Goal } from './goal';
import { distinct } from './find';
import { seconds, times } from './numbers';
import type { Result } from './results';

/** IDs from a node further back: what n8n itself takes for that is no work of ours, but people wait for it. */
const MOST_MS_BEHIND = 2_500;

/** The node and the bare script in one way of using the node. */
interface ModePair {
	readonly mode: string;
	readonly node: Result;
	readonly floor: Result;
}

/** @throws RangeError when one of the two was not measured */
export function pairsOfModes(modes: readonly Result[]): ModePair[] {
	return distinct(modes, ({ mode = '' }) => mode).map((mode) => {
		const of = (name: string): Result => {
			const found = modes.find((one) => one.mode === mode && one.contender === name);
			if (found) return found;
			throw new RangeError(`${name} was not measured in the mode ${mode}`);
		};
		return { mode, node: of('node'), floor: of('floor') };
	});
}

export function modeGoals(modes: readonly Result[]): Goal[] {
	return pairsOfModes(modes).flatMap(({ mode, node, floor }) => {
		const { title } = modeCalled(mode);
		if (mode === 'behind') {
			return [atMost(`${title}: time`, MOST_MS_BEHIND, node.medianMs, seconds)];
		}
		return [
			atMost(
				`${title}: time, compared with the floor`,
				MOST_TIME_TO_FLOOR,
				node.medianMs / floor.medianMs,
				times,
			),
			atMost(
				`${title}: CPU time, compared with the floor`,
				MOST_CPU_TO_FLOOR,
				node.cpuMs / floor.cpuMs,
				times,
			),
		];
	});
}
