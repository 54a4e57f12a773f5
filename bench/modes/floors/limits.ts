import { BATCH_SIZE, type Target } from '../../contenders/contender';
import type { FloorOutcomes, ModeRow } from '../mode';
import { inBatches, PATHS, withApi } from './api';

interface Limit {
	readonly category: string;
	readonly typeId: number;
	readonly userEnforcedMaxToObjectIds: number;
}

interface Results {
	readonly results: readonly Limit[];
}

/** Reads the limits of a pair, then creates those that are not there and updates those with another maximum. */
export async function syncLimits(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const [limits] = await Promise.all(
			[PATHS.limits, PATHS.labels].map(async (path) => await api.get<Results>(path)),
		);
		const known = new Map(limits.results.map((limit) => [keyOf(limit), limit]));
		const inputs = rows.map(({ type, maximum }) => {
			const [category, typeId] = type.split(':');
			return { category, typeId: Number(typeId), maxToObjectIds: Number(maximum) };
		});
		const outcomes = new Map<string, object>();
		const write = async (call: 'create' | 'update', batch: typeof inputs): Promise<void> =>
			await inBatches(batch, BATCH_SIZE, async (some) => {
				const { results } = await api.post<Results>(`${PATHS.limits}/batch/${call}`, some);
				for (const result of results) outcomes.set(keyOf(result), result);
			});
		const added = inputs.filter((input) => !known.has(keyOf(input)));
		const changed = inputs.filter((input) => {
			const present = known.get(keyOf(input));
			if (present?.userEnforcedMaxToObjectIds !== input.maxToObjectIds) return present;
			outcomes.set(keyOf(input), present);
			return false;
		});
		await Promise.all([write('create', added), write('update', changed)]);
		return inputs.map((input) => outcomes.get(keyOf(input)));
	});
}

function keyOf({ category, typeId }: Pick<Limit, 'category' | 'typeId'>): string {
	return `${category}:${typeId}`;
}
