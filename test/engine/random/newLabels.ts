import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId } from '../../../tools/hubSpotNode';
import { labelsOf } from './labelAccount';
import { expectedOf } from './newLabelModel';
import { ownName } from './newLabelPlan';
import { keyOfLabel } from './newLabelRules';
import { newLabelWorlds, type NewLabelRow, type NewLabelWorld } from './newLabelWorlds';
import type { Scenario, State } from './scenario';

export const newLabelRuns: fc.Arbitrary<Scenario> = newLabelWorlds.map((world) => ({
	resource: 'associationLabel',
	operation: 'create',
	parameters: parametersOf(world),
	items: world.rows.map(itemOf),
	trouble: world.trouble,
	seed: () => {},
	states,
	expected: expectedOf(world),
	[fc.toStringMethod]: () => fc.stringify(world),
}));

function parametersOf({ isDryRun }: NewLabelWorld): INodeParameters {
	return {
		fromObjectType: byId('={{ $json.fromType }}'),
		toObjectType: byId('={{ $json.toType }}'),
		label: '={{ $json.label }}',
		inverseLabel: '={{ $json.inverse }}',
		internalName: '={{ $json.name }}',
		options: isDryRun ? { dryRun: true } : {},
	};
}

function itemOf(row: NewLabelRow): IDataObject {
	const { pair, label, inverseLabel: inverse, mistake } = row;
	const texts = { label, inverse, name: ownName(row) };
	return { fromType: pair.from, toType: pair.to, ...texts, ...mistake } as IDataObject;
}

/** How many labels there are of the same two texts. */
function states(account: Account): Map<string, State> {
	const counts = new Map<string, number>();
	for (const label of labelsOf(account)) {
		const key = keyOfLabel(label);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}
