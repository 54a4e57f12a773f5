/* eslint-disable @n8n/community-nodes/require-node-api-error */
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { seedAccount, type Simulator } from '../../../simulator';
import type { NodeUnderTestRun } from '../../../tools/engine';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { SCALE, countOf } from '../../counts';
import { RANDOM_SEED } from '../../randomSeed';
import { simulatorForAllTests } from '../../support/simulator';
import { applyPlan } from '../support/syncAssociations';
import { isSame, show } from './played';
import {
	heldIn,
	isRefused,
	itemOf,
	keyOf,
	parametersOf,
	seedOf,
	syncWorlds,
	wantedBy,
	type Held,
	type SyncWorld,
} from './syncWorlds';
import { addTrouble, isCalm } from './trouble';

const RUNS = countOf('randomSyncs');

const MS_PER_RUN = 1_000;
const LEAST_MS = 60_000;

/** Nothing goes wrong in these. */
const CALM = { requestsPerTenSeconds: 100_000 };

const simulator = simulatorForAllTests();

function refill(world: SyncWorld): void {
	simulator.refill({
		behaviour: world.trouble.behaviour,
		seed: (account) => {
			seedAccount(account);
			seedOf(world, account);
		},
	});
}

async function sync(world: SyncWorld, options = {}, stops = false): Promise<NodeUnderTestRun> {
	return await runHubSpotNode({
		simulator,
		parameters: parametersOf(world, { ...CALM, ...options }),
		items: world.rows.map(itemOf),
		onError: stops ? 'stopWorkflow' : 'continueErrorOutput',
	});
}

/** Associations that must be as they were: no row lists them, and they may not be deleted. */
function mustStay(world: SyncWorld, refusedRows: ReadonlySet<number>): (key: string) => boolean {
	const { rows, deletesUnlisted } = world;
	const named = new Set(rows.map(recordOf));
	const refused = new Set(rows.filter((_, row) => refusedRows.has(row)).map(recordOf));
	const isLost = !deletesUnlisted || rows.some(({ from }) => from === '');
	return (key) => {
		const record = key.split('>')[0];
		return isLost || !named.has(record) || refused.has(record);
	};
}

function recordOf(row: SyncWorld['rows'][number]): string {
	return keyOf(row).split('>')[0];
}

/** What each association may be at the end of a run, and whether that is so. */
function stateFindings(
	world: SyncWorld,
	before: Held,
	after: Held,
	refusedRows: ReadonlySet<number>,
): string[] {
	const stays = mustStay(world, refusedRows);
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [old, now] = [before.get(key), after.get(key)];
		if (isSame(old, now)) return [];
		const own = world.rows.filter((row) => keyOf(row) === key && row.from !== '');
		if (own.length === 0) {
			const isDeleted = now === undefined && !stays(key);
			return isDeleted ? [] : [`unlisted ${key} became ${show(now)}`];
		}
		const may = subsetsOf(own).map((some) => wantedBy(some, old, world));
		// Primary is added before the labels that it does not replace are removed.
		const halfDone = wantedBy(own, old, { ...world, keepsLabels: true });
		if ([...may, halfDone].some((one) => isSame(one, now))) return [];
		return [`${key} became ${show(now)}, and not one of ${show(may)}`];
	});
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
	return items
		.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
		.filter((set) => set.length > 0);
}

/** Every row has one outcome, and the account bears it out. */
function rowFindings(world: SyncWorld, run: NodeUnderTestRun, before: Held, after: Held): string[] {
	return world.rows.flatMap((row, index) => {
		const key = keyOf(row);
		const isOwn = ({ json, pairedItem }: INodeExecutionData) =>
			isSame(pairedItem, { item: index }) && isOf(json, key, row.from === '');
		const done = run.items.filter(isOwn).map(({ json }) => json);
		const failed = run.errorItems.filter(isOwn).map(({ json }) => json.error as IDataObject);
		if (done.length + failed.length !== 1)
			return [`row ${index} has ${done.length} and ${failed.length} outcomes`];
		const now = after.get(key);
		if (done.length === 1) {
			const [{ action, labels, previousLabels }] = done;
			const told = [[...(labels as string[])].sort(), (previousLabels as string[] | null)?.sort()];
			const isTrue =
				isSame(told, [now, before.get(key)]) && action === actionOf(before.get(key), now);
			return isTrue
				? []
				: [`row ${index} says ${show(done)}, but ${show(before.get(key))} became ${show(now)}`];
		}
		const [{ state }] = failed;
		const others = world.rows.filter((other, at) => at !== index && keyOf(other) === key);
		const isHidden = state !== 'unknown' && others.length === 0 && !isSame(now, before.get(key));
		return isHidden ? [`row ${index} says ${show(failed)}, but changed to ${show(now)}`] : [];
	});
}

/** Deletions stand with the first row of their record, and are told by their records. */
function isOf(json: IDataObject, key: string, hasNoRecord: boolean): boolean {
	if (hasNoRecord) return true;
	const { fromObjectId, toObjectId, toObjectTypeId } = (json.error ?? json) as IDataObject;
	return `${String(toObjectTypeId)} ${String(fromObjectId)}>${String(toObjectId)}` === key;
}

function actionOf(
	before: readonly string[] | undefined,
	after: readonly string[] | undefined,
): string {
	if (before === undefined) return 'created';
	return isSame(before, after) ? 'unchanged' : 'updated';
}

/** What the account must be once everything that can be done is done. */
function endState(world: SyncWorld, before: Held): Held {
	const refusedRows = world.rows.flatMap((row, index) => (isRefused(row, world) ? [index] : []));
	const stays = mustStay(world, new Set(refusedRows));
	const listed = new Map(
		world.rows
			.filter((row) => !isRefused(row, world))
			.map((row) => {
				const own = world.rows.filter((other) => keyOf(other) === keyOf(row));
				return [keyOf(row), wantedBy(own, before.get(keyOf(row)), world)];
			}),
	);
	const named = new Set(world.rows.map(keyOf));
	const kept = [...before].filter(([key]) => named.has(key) || stays(key));
	return new Map([...kept, ...listed]);
}

/** Rows that were not done. A deletion that was not stands with the first row of its record, and is none of them. */
function refusedRowsOf({ rows }: SyncWorld, { errorItems }: NodeUnderTestRun): Set<number> {
	const found = errorItems.flatMap(({ json, pairedItem }) => {
		const { item } = pairedItem as { item: number };
		return isOf(json, keyOf(rows[item]), rows[item].from === '') ? [item] : [];
	});
	return new Set(found);
}

/** A row that HubSpot refuses together with another one may have been left out of the run before. */
function isDecided(world: SyncWorld): (key: string) => boolean {
	const open = new Set(world.rows.filter((row) => isRefused(row, world)).map(keyOf));
	return (key) => !open.has(key);
}

function differences(
	wanted: Held,
	held: Held,
	counts: (key: string) => boolean = () => true,
): string[] {
	return [...new Set([...wanted.keys(), ...held.keys()])]
		.filter(counts)
		.flatMap((key) =>
			isSame(wanted.get(key), held.get(key))
				? []
				: [`${key} should be ${show(wanted.get(key))}, but is ${show(held.get(key))}`],
		);
}

async function assertAlways(check: (world: SyncWorld) => Promise<string[]>): Promise<void> {
	const property = fc.asyncProperty(syncWorlds, async (world) => {
		refill(world);
		const found = await check(world);
		if (found.length > 0) throw new Error([...found, callsOf(simulator)].join('\n'));
	});
	try {
		await fc.assert(property, { seed: RANDOM_SEED, numRuns: RUNS });
	} catch (error) {
		const { message, cause } = error as Error;
		const again = `Again with TEST_COUNTS=${SCALE} RANDOM_SEED=${RANDOM_SEED}`;
		throw new Error([again, message, String(cause)].join('\n'));
	}
}

function callsOf({ requests }: Simulator): string {
	return requests.map(({ path, status, body }) => `${path} ${status} ${show(body)}`).join('\n');
}

const TIMEOUT_MS = LEAST_MS + RUNS * MS_PER_RUN;

it(
	'whatever goes wrong, changes only what the rows want, and ends as they want when it is run again',
	async () =>
		await assertAlways(async (world) => {
			const { trouble } = world;
			const { account } = simulator;
			const before = heldIn(account);
			addTrouble(simulator, trouble);
			const run = await sync(world, trouble.options, trouble.stops);
			const after = heldIn(account);
			const refused = refusedRowsOf(world, run);
			const isWhole = run.error === undefined && isCalm(trouble);
			const found = [
				...stateFindings(world, before, after, run.error ? new Set() : refused),
				...(run.error ? [] : rowFindings(world, run, before, after)),
				...(isWhole && run.errorItems.length === 0
					? differences(endState(world, before), after)
					: []),
			];
			simulator.faults.clear();
			await sync(world);
			return [...found, ...differences(endState(world, before), heldIn(account), isDecided(world))];
		}),
	TIMEOUT_MS,
);

it(
	'ends as the rows want when two runs go at once',
	async () =>
		await assertAlways(async (world) => {
			const before = heldIn(simulator.account);
			await Promise.all([sync(world), sync(world, { apiVersion: '2026-09' })]);
			return differences(endState(world, before), heldIn(simulator.account));
		}),
	TIMEOUT_MS,
);

it(
	'carries out by Apply Plan what its dry run showed',
	async () =>
		await assertAlways(async (world) => {
			const before = heldIn(simulator.account);
			const plan = await sync(world, { dryRun: true });
			const unchanged = differences(before, heldIn(simulator.account));
			await runHubSpotNode({
				simulator,
				parameters: applyPlan(CALM),
				items: plan.items.map(({ json }) => json),
			});
			return [...unchanged, ...differences(endState(world, before), heldIn(simulator.account))];
		}),
	TIMEOUT_MS,
);
