import type { PairDefinitions } from '../account/AssociationDefinitions';
import { endpoint, type Call } from './endpoint';
import { labelsOf } from './labels';
import { percent, typeLabels } from './recordUsage';

export const labelUsageEndpoints = [
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/labels',
		access: 'anyObject',
		handle: (call) => ({
			status: 200,
			body: { results: labelPairs(call).flatMap((pair) => labelUsage(call, pair)) },
		}),
	}),
];

/** The pair that the query names, else every pair that is in use. */
function labelPairs({ account, query }: Call): PairDefinitions[] {
	const { objectTypes, definitions } = account;
	const from = query.fromObjectTypeId && objectTypes.find(query.fromObjectTypeId);
	const to = query.toObjectTypeId && objectTypes.find(query.toObjectTypeId);
	if (from && to) return [definitions.pair(from, to)];
	return definitions
		.used()
		.filter(({ unlabeled }) => [unlabeled.from, undefined].includes(from || undefined))
		.filter(({ unlabeled }) => [unlabeled.to, undefined].includes(to || undefined));
}

/** Nothing for a pair without labels, as observed. */
function labelUsage({ behaviour: { labelsPerPair } }: Call, pair: PairDefinitions): object[] {
	const labels = labelsOf(pair);
	if (labels.length === 0) return [];
	return [
		{
			fromObjectType: typeLabels(pair.unlabeled.from),
			toObjectType: typeLabels(pair.unlabeled.to),
			allLabels: labels.map((one) => one.label),
			limit: labelsPerPair,
			usage: labels.length,
			percentage: percent(labels.length, labelsPerPair),
		},
	];
}
