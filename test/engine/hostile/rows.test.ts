import { simulatorForAllTests } from '../../support/simulator';
import { bothCredentials, findingsOf, NONE, OPTIONS, runHostile } from './hostileRun';
import { itemsOf, parametersOf, rowAttacks, seedFor, type Attack } from './rowParameters';
import { RANDOM_SEED } from '../../randomSeed';
import { AGAIN, ROW_VALUES, RUNS_MS } from './settings';
import { hostileValues, KNOWN } from './values';

const simulator = simulatorForAllTests();

afterEach(() => {
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe(`hostile values in rows (${AGAIN})`, () => {
	it.each(rowAttacks().map((attack) => [titleOf(attack), attack] as const))(
		'%s',
		async (_title, attack) => {
			const values = [...KNOWN, ...hostileValues(ROW_VALUES, RANDOM_SEED)];
			simulator.refill({
				behaviour: { labelsPerPair: Infinity, limitCreateOverExisting: 'overwrite' },
				seed: (account) => seedFor(attack, account, values.length),
			});
			const played = await runHostile(
				parametersOf(attack, OPTIONS),
				itemsOf(attack, values),
				bothCredentials(simulator),
			);
			const { operation } = attack;
			const found = findingsOf(played, simulator.requests, { operation, rows: values.length });
			expect({ attack, ...found }).toEqual({ attack, ...NONE });
			// Some are what HubSpot takes and some are not, or the values would prove nothing.
			if (!attack.idProperty) expect(played.items.length).toBeGreaterThan(0);
			if (!isText(attack)) expect(played.errorItems.length).toBeGreaterThan(0);
		},
		RUNS_MS,
	);
});

function titleOf({ resource, operation, parameter, mode, idProperty }: Attack): string {
	return [`${resource} ${operation}:`, parameter, mode, idProperty].filter(Boolean).join(' ');
}

/** A label may read in any way. */
function isText({ parameter }: Attack): boolean {
	return parameter === 'label' || parameter === 'inverseLabel';
}
