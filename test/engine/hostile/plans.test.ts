import type { IDataObject } from 'n8n-workflow';
import { seedAccount } from '../../../simulator';
import { simulatorForAllTests } from '../../support/simulator';
import { planItem } from '../support/planItem';
import { applyPlan } from '../support/syncAssociations';
import { bothCredentials, findingsOf, NONE, OPTIONS, runHostile } from './hostileRun';
import { RANDOM_SEED } from '../../randomSeed';
import { AGAIN, RUN_VALUES, RUNS_MS } from './settings';
import { hostileValues, KNOWN } from './values';

const simulator = simulatorForAllTests();

const FIELDS = Object.keys(planItem('1001', '5001'));

const FIRST_COMPANY = 700_000;

/** In one field, and in the same field of the plan's text, where only its form can be wrong. */
function attackedItems(field: string, values: readonly unknown[]): IDataObject[] {
	return values.flatMap((value, row) => {
		const company = String(FIRST_COMPANY + row);
		const attacked = { [field]: value } as IDataObject;
		return [{ ...planItem('1001', company), ...attacked }, planItem('1002', company, attacked)];
	});
}

describe(`hostile values in approved plans (${AGAIN})`, () => {
	it.each(FIELDS)(
		'%s',
		async (field) => {
			simulator.refill({ seed: seedAccount });
			const values = [...KNOWN, ...hostileValues(RUN_VALUES, RANDOM_SEED)];
			const items = [planItem('1001', '5001'), ...attackedItems(field, values)];
			const played = await runHostile(
				applyPlan(OPTIONS),
				items.map((json) => ({ json })),
				bothCredentials(simulator),
			);
			const rows = items.length;
			const found = findingsOf(played, simulator.requests, { operation: 'applyPlan', rows });
			expect({ field, ...found }).toEqual({ field, ...NONE });
			expect(played.items.length).toBeGreaterThan(0);
			expect(played.errorItems.length).toBeGreaterThan(0);
		},
		RUNS_MS,
	);
});
