import { simulatorForAllTests } from '../../support/simulator';
import { bothCredentials, findingsOf, NONE, runHostile } from './hostileRun';
import { itemsOf, seedFor } from './rowParameters';
import { runAttacks, runParametersOf } from './runParameters';
import { RANDOM_SEED } from '../../randomSeed';
import { AGAIN, RUN_VALUES, RUNS_MS } from './settings';
import { hostileValues } from './values';

const simulator = simulatorForAllTests();

afterEach(() => {
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe(`hostile values for a whole run (${AGAIN})`, () => {
	it.each(runAttacks())(
		'$resource $operation: $parameter',
		async (attack) => {
			for (const value of hostileValues(RUN_VALUES, RANDOM_SEED)) {
				simulator.refill({ seed: (account) => seedFor(attack, account, 1) });
				const parameters = runParametersOf(attack, value);
				const played = await runHostile(
					parameters,
					itemsOf(attack, [value]),
					bothCredentials(simulator),
				);
				const { operation } = parameters;
				const found = findingsOf(played, simulator.requests, { operation, rows: 1 });
				expect({ value, ...found }).toEqual({ value, ...NONE });
			}
		},
		RUNS_MS,
	);
});
