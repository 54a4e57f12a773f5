import type { ObjectType } from '../account/ObjectType';
import { endpoint, pairOf, type Answer, type Call } from './endpoint';

/** From which share of its limit HubSpot calls a record near it. */
const NEAR_LIMIT_PERCENT = 80;

/** How many records each list of samples names. */
const SAMPLES = 10;

export const recordUsageEndpoints = [
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/records/from',
		access: 'anyObject',
		handle: (call) => nearOrAtLimit(call, call.account.store.directions(), 'from'),
	}),
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/records/:from/to',
		access: 'anyObject',
		handle: (call) => {
			const from = call.account.objectTypes.find(call.params.from);
			const directions = call.account.store.directions().filter((one) => one.from === from);
			return nearOrAtLimit(call, directions, 'to');
		},
	}),
	endpoint({
		method: 'GET',
		root: 'usage',
		path: '/associations/records/:from/:to',
		access: 'anyObject',
		handle: (call) => {
			const { from, to } = pairOf(call);
			const { limit, atLimit, nearLimit } = usageOf(call, from, to);
			return {
				status: 200,
				body: {
					limit,
					totalRecordsAtLimit: atLimit.length,
					totalRecordsNearLimit: nearLimit.length,
					atLimitFromRecordSamples: atLimit
						.slice(0, SAMPLES)
						.map(({ objectId, label }) => ({ objectId, label })),
					nearLimitFromRecordSamples: nearLimit.slice(0, SAMPLES),
				},
			};
		},
	}),
];

interface RecordUsage {
	objectId: number;
	label: string;
	usage: number;
	percentage: number;
}

interface PairUsage {
	limit: number;
	nearLimit: RecordUsage[];
	atLimit: RecordUsage[];
}

function usageOf({ account, behaviour }: Call, from: ObjectType, to: ObjectType): PairUsage {
	const { unlabeled } = account.definitions.pair(from, to);
	const limit = account.limits.get(unlabeled) ?? behaviour.largestLimit;
	const used = [...account.store.all(from, to)].map(([id, { size }]) => ({
		objectId: Number(id),
		label: id,
		usage: size,
		percentage: percent(size, limit),
	}));
	return {
		limit,
		atLimit: used.filter((one) => one.usage >= limit),
		nearLimit: used.filter(
			(one) => one.usage < limit && one.usage * 100 >= limit * NEAR_LIMIT_PERCENT,
		),
	};
}

/** The object types at this end of the directions, where a record is near a limit or at it. */
function nearOrAtLimit(
	call: Call,
	directions: ReadonlyArray<{ from: ObjectType; to: ObjectType }>,
	end: 'from' | 'to',
): Answer {
	const found = new Map<ObjectType, { hasRecordsNearLimit: boolean; hasRecordsAtLimit: boolean }>();
	for (const direction of directions) {
		const { nearLimit, atLimit } = usageOf(call, direction.from, direction.to);
		if (nearLimit.length === 0 && atLimit.length === 0) continue;
		const before = found.get(direction[end]);
		found.set(direction[end], {
			hasRecordsNearLimit: nearLimit.length > 0 || before?.hasRecordsNearLimit === true,
			hasRecordsAtLimit: atLimit.length > 0 || before?.hasRecordsAtLimit === true,
		});
	}
	const results = [...found].map(([type, flags]) => ({ ...typeLabels(type), ...flags }));
	return { status: 200, body: { results } };
}

export function typeLabels({ objectTypeId, labels }: ObjectType): object {
	return { objectTypeId, singularLabel: labels.singular, pluralLabel: labels.plural };
}

export function percent(part: number, whole: number): number {
	return Math.round((part / whole) * 100);
}
