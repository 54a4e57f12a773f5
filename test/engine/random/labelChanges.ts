import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId, fromList } from '../../../tools/hubSpotNode';
import { labelsOf } from './labelAccount';
import { expectedOf, keyOfLabel, textOfItem } from './labelChangeModel';
import { labelChangeWorlds, type LabelChangeRow, type LabelChangeWorld } from './labelChangeWorlds';
import type { Scenario, State } from './scenario';

export const labelChangeRuns: fc.Arbitrary<Scenario> = labelChangeWorlds.map((world) => ({
	resource: 'associationLabel',
	operation: world.operation,
	parameters: parametersOf(world),
	items: world.rows.map(itemOf),
	trouble: world.trouble,
	seed: () => {},
	states,
	expected: expectedOf(world),
	textOf: textOfItem,
	[fc.toStringMethod]: () => fc.stringify(world),
}));

function parametersOf({ operation, isDryRun }: LabelChangeWorld): INodeParameters {
	const objects = {
		fromObjectType: byId('={{ $json.fromType }}'),
		toObjectType: byId('={{ $json.toType }}'),
	};
	if (operation === 'getAll') return { ...objects, returnAll: true };
	return {
		...objects,
		associationType: fromList('={{ $json.type }}'),
		...(operation === 'update'
			? { label: '={{ $json.label }}', inverseLabel: '={{ $json.inverse }}' }
			: {}),
		options: isDryRun ? { dryRun: true } : {},
	};
}

function itemOf({ type, spelling, label, inverseLabel, mistake }: LabelChangeRow): IDataObject {
	const { pair, category, typeId, text } = type;
	const name = spelling === 'name' ? text : null;
	const written = name ?? (spelling === 'typeId' ? typeId : `${category}:${typeId}`);
	const texts = { label, inverse: inverseLabel };
	return {
		fromType: pair.from,
		toType: pair.to,
		type: written,
		...texts,
		...mistake,
	} as IDataObject;
}

/** Both texts of every label. */
function states(account: Account): Map<string, State> {
	return new Map(
		labelsOf(account).map((label) => [keyOfLabel(label), [label.label, label.inverseLabel]]),
	);
}
