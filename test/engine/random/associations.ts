import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId } from '../../../tools/hubSpotNode';
import { expectedOf, keyOf, textsOf } from './associationModel';
import { oneDirection, PAIRS, worlds, type Row, type World } from './associationWorlds';
import type { Scenario, State } from './scenario';

export const associationRuns: fc.Arbitrary<Scenario> = worlds.map((world) => {
	const before = new Map(world.present.map((row) => [keyOf(row), textsOf(row)]));
	return {
		resource: 'association',
		operation: world.operation,
		parameters: parametersOf(world),
		items: world.rows.map(itemOf),
		trouble: world.trouble,
		seed: (account) => {
			for (const { pair, from, to, types } of world.present) {
				account.associate(
					pair.from,
					pair.to,
					from,
					to,
					types.map((type) => pair.labels[type]),
				);
			}
		},
		states,
		expected: world.rows.map((row) => expectedOf(row, world, before)),
		textOf: ({ toObjectId, labels }) =>
			`${String(toObjectId)} ${[...(labels as string[])].sort().join()}`,
		[fc.toStringMethod]: () => fc.stringify(world),
	};
});

function parametersOf({ operation, keepsLabels }: World): INodeParameters {
	return {
		fromObjectType: byId('={{ $json.fromType }}'),
		toObjectType: byId('={{ $json.toType }}'),
		fromRecordId: '={{ $json.from }}',
		...(operation === 'getAll' ? { returnAll: true } : { toRecordId: '={{ $json.to }}' }),
		...(operation === 'create' || operation === 'removeLabels'
			? { labels: '={{ $json.labels }}' }
			: {}),
		options: keepsLabels ? { existingLabels: 'keep' } : {},
	};
}

function itemOf({ pair, from, to, types, byName }: Row): IDataObject {
	const labels = types.map((type) => (byName ? (pair.labels[type] ?? type) : type));
	return { fromType: pair.from, toType: pair.to, from, to: Number(to), labels };
}

function states(account: Account): Map<string, State> {
	return new Map(
		PAIRS.flatMap(({ from, to, fromIds }) =>
			account
				.associations(from, to)
				.filter((one) => from !== to || isKept(one.fromObjectId, one.toObjectId))
				.filter((one) => fromIds.includes(one.fromObjectId))
				.map((one) => [`${from}>${to} ${one.fromObjectId}>${one.toObjectId}`, one.labels] as const),
		),
	);
}

function isKept(from: string, to: string): boolean {
	return oneDirection(from, to).from === from;
}
