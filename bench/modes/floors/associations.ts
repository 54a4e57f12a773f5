import { ASSOCIATION_TYPE, BATCH_SIZE, type Target } from '../../contenders/contender';
import type { FloorOutcomes, ModeRow } from '../mode';
import { inBatches, PATHS, withApi, type Api } from './api';

/** HubSpot's maximum for reading associations. Source: HubSpot's associations guide. */
const READ_SIZE = 1_000;
/** HubSpot's maximum for reading records. Source: HubSpot's guide to objects. */
const READ_RECORDS_SIZE = 100;

export interface Created {
	readonly fromObjectId: string;
	readonly toObjectId: string;
	readonly labels: readonly string[];
}

interface BatchAnswer<Result> {
	readonly results: readonly Result[];
	readonly errors?: ReadonlyArray<{ readonly context: { readonly id: readonly string[] } }>;
}

interface ReadTypes {
	readonly category: string;
	readonly typeId: number;
	readonly label: string | null;
}

interface ReadTo {
	readonly toObjectId: string;
	readonly associationTypes: readonly ReadTypes[];
}

interface ReadResult {
	readonly from: { readonly id: string };
	readonly to: readonly ReadTo[];
}

const TYPES = [
	{ associationCategory: ASSOCIATION_TYPE.category, associationTypeId: ASSOCIATION_TYPE.typeId },
];

type Outcomes = Array<object | undefined>;

interface PairInput {
	readonly from: { readonly id: string };
	readonly to: { readonly id: string };
	readonly types: readonly object[];
}

export async function create(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => await createInputs(api, inputsOf(rows)));
}

/** Looks the contacts up by their emails, then creates. */
export async function createByEmail(
	rows: readonly ModeRow[],
	target: Target,
): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const ids = new Map<string, string>();
		const emails = rows.map(({ from }) => ({ id: from }));
		const asked = { idProperty: 'email', properties: ['email'] };
		await inBatches(emails, READ_RECORDS_SIZE, async (batch) => {
			const { results } = await api.post<
				BatchAnswer<{ id: string; properties: { email: string } }>
			>(PATHS.contacts, batch, asked);
			for (const { id, properties } of results) ids.set(properties.email, id);
		});
		return await createInputs(
			api,
			inputsOf(rows.map(({ from, to }) => ({ from: String(ids.get(from)), to }))),
		);
	});
}

/** Reads the labels that the records have, and creates with these and its own. */
export async function keep(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const present = await read(api, rows);
		const inputs = inputsOf(rows).map((input) => {
			const held = present.get(input.from.id)?.find((to) => to.toObjectId === input.to.id);
			const further = (held?.associationTypes ?? [])
				.filter(({ label, typeId }) => label !== null && typeId !== ASSOCIATION_TYPE.typeId)
				.map(({ category, typeId }) => ({
					associationCategory: category,
					associationTypeId: typeId,
				}));
			return { ...input, types: [...further, ...TYPES] };
		});
		return await createInputs(api, inputs);
	});
}

/** Reads the limits of both directions and what counts towards them, and creates what they allow. */
export async function checkLimits(
	rows: readonly ModeRow[],
	target: Target,
): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const [limits] = await Promise.all(
			[PATHS.limits, PATHS.inverseLimits, PATHS.labels, PATHS.inverseLabels].map(
				async (path) =>
					await api.get<{ results: Array<{ typeId: number; userEnforcedMaxToObjectIds: number }> }>(
						path,
					),
			),
		);
		const maximumOf = (typeId: number) =>
			limits.results.find((limit) => limit.typeId === typeId)?.userEnforcedMaxToObjectIds ??
			Infinity;
		const [ofRecord, ofLabel] = [maximumOf(279), maximumOf(ASSOCIATION_TYPE.typeId)];
		const present = await read(api, rows);
		const counts = new Map(
			[...present].map(([id, to]) => {
				const isLabeled = ({ typeId }: ReadTypes) => typeId === ASSOCIATION_TYPE.typeId;
				const labeled = to.filter(({ associationTypes }) => associationTypes.some(isLabeled));
				return [id, { all: to.length, labeled: labeled.length }];
			}),
		);
		const allowed = inputsOf(rows).filter(({ from }) => {
			const count = counts.get(from.id) ?? { all: 0, labeled: 0 };
			if (count.all >= ofRecord || count.labeled >= ofLabel) return false;
			counts.set(from.id, { all: count.all + 1, labeled: count.labeled + 1 });
			return true;
		});
		return await createInputs(api, allowed);
	});
}

/** Lists what every record is associated with. */
export async function getAll(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const present = await read(api, rows);
		return rows.map(({ from }) => present.get(from));
	});
}

/** Creates the associations that are not there with the one label. */
export async function sync(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const present = await read(api, rows);
		const outcomes: Outcomes = new Array<object | undefined>(rows.length);
		const changed: number[] = [];
		const inputs = inputsOf(rows);
		inputs.forEach(({ from, to }, row) => {
			const held = present.get(from.id)?.find(({ toObjectId }) => toObjectId === to.id);
			const labels = held?.associationTypes.filter(({ label }) => label !== null) ?? [];
			if (labels.length === 1 && labels[0].typeId === ASSOCIATION_TYPE.typeId) outcomes[row] = held;
			else changed.push(row);
		});
		const created = await createInputs(
			api,
			changed.map((row) => inputs[row]),
		);
		changed.forEach((row, index) => {
			outcomes[row] = created[index];
		});
		return outcomes;
	});
}

export async function archive(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes> {
	const inputs = rows.map(({ from, to }) => ({ from: { id: from }, to: [{ id: to }] }));
	return await remove(PATHS.archive, inputs, target);
}

export async function archiveLabels(
	rows: readonly ModeRow[],
	target: Target,
): Promise<FloorOutcomes> {
	return await remove(PATHS.archiveLabels, inputsOf(rows), target);
}

/** HubSpot answers no result for each input, so an answer without errors confirms them all. */
async function remove(
	path: string,
	inputs: readonly object[],
	target: Target,
): Promise<FloorOutcomes> {
	return await withApi(target, async (api) => {
		const outcomes: Outcomes = new Array<object | undefined>(inputs.length);
		await inBatches(inputs, BATCH_SIZE, async (batch, start) => {
			const { errors = [] } = await api.post<Partial<BatchAnswer<object>>>(path, batch);
			if (errors.length > 0) return;
			batch.forEach((input, index) => {
				outcomes[start + index] = input;
			});
		});
		return outcomes;
	});
}

function inputsOf(rows: readonly ModeRow[]): PairInput[] {
	return rows.map(({ from, to }) => ({ from: { id: from }, to: { id: to }, types: TYPES }));
}

/** Creates, and gives each input its result, or the error that names its company. */
async function createInputs(api: Api, inputs: readonly PairInput[]): Promise<Outcomes> {
	const outcomes: Outcomes = new Array<object | undefined>(inputs.length);
	await inBatches(inputs, BATCH_SIZE, async (batch, start) => {
		const { results, errors = [] } = await api.post<BatchAnswer<Created>>(PATHS.create, batch);
		const created = new Map(
			results.map((result) => [`${result.fromObjectId}>${result.toObjectId}`, result]),
		);
		const refused = new Map(
			errors.flatMap((error) => error.context.id.map((id) => [id, error] as const)),
		);
		batch.forEach(({ from, to }, index) => {
			outcomes[start + index] = created.get(`${from.id}>${to.id}`) ?? refused.get(to.id);
		});
	});
	return outcomes;
}

/** Reads the first page of what each record is associated with; the accounts here have no other. */
async function read(api: Api, rows: readonly ModeRow[]): Promise<Map<string, readonly ReadTo[]>> {
	const present = new Map<string, readonly ReadTo[]>();
	await inBatches(rows, READ_SIZE, async (batch) => {
		const inputs = batch.map(({ from }) => ({ id: from }));
		const { results } = await api.post<BatchAnswer<ReadResult>>(PATHS.read, inputs);
		for (const { from, to } of results) {
			present.set(
				String(from.id),
				to.map((one) => ({ ...one, toObjectId: String(one.toObjectId) })),
			);
		}
	});
	return present;
}
