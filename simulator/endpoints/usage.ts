import type { PairDefinitions } from '../account/AssociationDefinitions';
import type { ObjectType } from '../account/ObjectType';
import type { Labels } from '../account/AssociationStore';
import { endpoint, pairOf, type Call } from './endpoint';

/** From which share of its limit HubSpot calls a record near it. */
const NEAR_LIMIT_PERCENT = 80;

/** How many records each list of samples names. */
const SAMPLES = 10;

export const usageEndpoints = [
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/labels',
		access: 'token',
		handle: (call) => ({
			status: 200,
			body: { results: labelPairs(call).map((pair) => labelUsage(call, pair)) },
		}),
	}),
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/records/:from/:to',
		access: 'readPair',
		handle: (call) => ({ status: 200, body: recordUsage(call) }),
	}),
];

/** The pair that the query names, else every pair that is in use. */
function labelPairs({ account, query }: Call): PairDefinitions[] {
	const { fromObjectTypeId, toObjectTypeId } = query;
	if (fromObjectTypeId !== undefined && toObjectTypeId !== undefined) {
		const { objectTypes, definitions } = account;
		return [definitions.pair(objectTypes.find(fromObjectTypeId), objectTypes.find(toObjectTypeId))];
	}
	return account.definitions.used().filter(({ unlabeled: { from, to } }) => {
		const wrongFrom = fromObjectTypeId !== undefined && from.objectTypeId !== fromObjectTypeId;
		return !wrongFrom && (toObjectTypeId === undefined || to.objectTypeId === toObjectTypeId);
	});
}

function labelUsage({ behaviour }: Call, { unlabeled, byKey }: PairDefinitions): object {
	const own = [...byKey.values()].filter(
		(one) => one.category === 'USER_DEFINED' && one !== unlabeled,
	);
	return {
		fromObjectType: typeDefinition(unlabeled.from),
		toObjectType: typeDefinition(unlabeled.to),
		allLabels: own.map((one) => one.label),
		limit: behaviour.labelsPerPair,
		usage: own.length,
		percentage: percent(own.length, behaviour.labelsPerPair),
	};
}

function typeDefinition({ objectTypeId, labels }: ObjectType): object {
	return { objectTypeId, singularLabel: labels.singular, pluralLabel: labels.plural };
}

function recordUsage(call: Call): object {
	const { from, to } = pairOf(call);
	const { account, behaviour } = call;
	const limit =
		account.limits.get(account.definitions.pair(from, to).unlabeled) ?? behaviour.largestLimit;
	const used = [...account.store.all(from, to)].map(sampleOf(limit));
	const atLimit = used.filter((one) => one.usage >= limit);
	const nearLimit = used.filter((one) => one.usage < limit && one.percentage >= NEAR_LIMIT_PERCENT);
	return {
		limit,
		totalRecordsAtLimit: atLimit.length,
		totalRecordsNearLimit: nearLimit.length,
		atLimitFromRecordSamples: atLimit
			.slice(0, SAMPLES)
			.map(({ objectId, label }) => ({ objectId, label })),
		nearLimitFromRecordSamples: nearLimit.slice(0, SAMPLES),
	};
}

function sampleOf(limit: number) {
	return ([id, { size }]: [string, ReadonlyMap<string, Labels>]) => ({
		objectId: Number(id),
		label: id,
		usage: size,
		percentage: percent(size, limit),
	});
}

function percent(part: number, whole: number): number {
	return Math.round((part / whole) * 100);
}
