import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../simulator';
import { byId } from '../support/hubSpotNode';
import type { Expected, Scenario, State } from './scenario';
import { isCalm, troubles, type Trouble } from './trouble';

/** Two objects of the simulator's own account, with records and labels of theirs. */
interface Pair {
	readonly from: string;
	readonly to: string;
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	/** Labels by their association type. */
	readonly labels: Readonly<Record<string, string>>;
}

const NO_RECORD = '404001';

const PAIRS: readonly Pair[] = [
	{
		from: '0-1',
		to: '0-2',
		fromIds: ['1001', '1002', '1003'],
		toIds: ['5001', '5002', '5003'],
		labels: {
			'USER_DEFINED:36': 'Decision Maker',
			'USER_DEFINED:38': 'Billing Contact',
			'HUBSPOT_DEFINED:1': 'Primary',
		},
	},
	{
		from: '0-1',
		to: '0-1',
		fromIds: ['1001', '1002', '1003', '1004'],
		toIds: ['1001', '1002', '1003', '1004'],
		labels: { 'USER_DEFINED:42': 'Manager', 'USER_DEFINED:44': 'Colleague' },
	},
	{
		from: '0-1',
		to: '2-77',
		fromIds: ['1001', '1002'],
		toIds: ['9001', '9002', '9003'],
		labels: { 'USER_DEFINED:45': 'Driver' },
	},
];

/** A type that no pair has: HubSpot refuses the input without naming it. */
const NO_TYPE = 'USER_DEFINED:999';

interface Row {
	readonly pair: Pair;
	readonly from: string;
	readonly to: string;
	/** Association types; none: unlabeled. */
	readonly types: readonly string[];
	/** Whether labels are written by their names. */
	readonly byName: boolean;
}

interface World {
	readonly operation: 'create' | 'delete' | 'removeLabels' | 'getAll';
	readonly rows: readonly Row[];
	readonly present: readonly Row[];
	readonly keepsLabels: boolean;
	readonly trouble: Trouble;
}

function recordIds(pair: Pair, missing: readonly string[]) {
	return fc
		.tuple(fc.constantFrom(...pair.fromIds, ...missing), fc.constantFrom(...pair.toIds, ...missing))
		.map(([from, to]) => (pair.from === pair.to ? oneDirection(from, to) : { from, to }))
		.filter(({ from, to }) => pair.from !== pair.to || from !== to);
}

/** Between records of one object both directions are one association: the model keeps to one of them. */
function oneDirection(from: string, to: string) {
	const [low, high] = [from, to].sort();
	return (Number(low) + Number(high)) % 2 === 1 ? { from: low, to: high } : { from: high, to: low };
}

function rows(missing: readonly string[], invalid: readonly string[], least: number) {
	return fc.constantFrom(...PAIRS).chain((pair) =>
		fc
			.record({
				ids: recordIds(pair, missing),
				types: fc.subarray([...Object.keys(pair.labels), ...invalid], { minLength: least }),
				byName: fc.boolean(),
			})
			.map(({ ids, types, byName }): Row => ({ pair, ...ids, types, byName })),
	);
}

const worlds: fc.Arbitrary<World> = fc
	.constantFrom('create', 'create', 'create', 'delete', 'removeLabels', 'getAll')
	.chain((operation) =>
		fc.record({
			operation: fc.constant(operation),
			rows: fc.array(
				rows(
					[NO_RECORD],
					operation === 'create' ? [NO_TYPE] : [],
					operation === 'removeLabels' ? 1 : 0,
				),
				{ minLength: 1, maxLength: 10 },
			),
			present: fc.array(rows([], [], 0), { maxLength: 8 }),
			keepsLabels: operation === 'create' ? fc.boolean() : fc.constant(false),
			trouble: troubles(['1001', '1002', '1003', '5001', '5002', '9001']).map((trouble) =>
				thatCanBeTold(trouble, operation),
			),
		}),
	) as fc.Arbitrary<World>;

/** HubSpot's answer to a removal names no input, and one without a body no error either. */
function thatCanBeTold(trouble: Trouble, operation: string): Trouble {
	if (operation !== 'delete' && operation !== 'removeLabels') return trouble;
	const { options, behaviour, refused } = trouble;
	const isMute = options.apiVersion === 'v4' || behaviour.removalAnswer === 'noContent';
	// An input of archive stands for all records of its first one: only that can be refused alone.
	const alone = refused.filter((id) => operation !== 'delete' || id.startsWith('1'));
	return { ...trouble, silent: [], refused: isMute ? [] : alone };
}

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

function keyOf({ pair, from, to }: Row): string {
	return `${pair.from}>${pair.to} ${from}>${to}`;
}

function textsOf({ pair, types }: Pick<Row, 'pair' | 'types'>): string[] {
	return types.flatMap((type) => pair.labels[type] ?? []).sort();
}

function expectedOf(row: Row, world: World, before: ReadonlyMap<string, string[]>): Expected {
	const key = keyOf(row);
	const present = before.get(key) ?? null;
	const isRefused = isRefusedRow(row, world);
	if (world.operation === 'getAll') {
		return { key, wanted: present, isRefused, list: listOf(row, before) };
	}
	const { operation, trouble, rows: all } = world;
	const item = { fromObjectId: row.from, toObjectId: row.to };
	if (operation === 'delete') return { key, wanted: null, isRefused, item };
	const wantedOf = (rows: readonly Row[]): State => {
		const types = typesOfAll(row, rows);
		if (operation === 'create') return createdLabels(row, types, world, present);
		const removed = textsOf({ pair: row.pair, types });
		return present && present.filter((label) => !removed.includes(label));
	};
	const wanted = wantedOf(all);
	const sure = all.filter((other) => !needsReading(other));
	const mayDiffer = !isCalm(trouble) && all.some((o) => keyOf(o) === key && needsReading(o));
	if (!mayDiffer) return { key, wanted, isRefused, item };
	return {
		key,
		wanted,
		isRefused,
		item,
		otherwise: wantedOf(sure),
		isOpen: isRefusedLabel(row, world),
	};
}

/** Whether the node must read the labels of the pair for a row. */
function needsReading({ pair, types, byName }: Row): boolean {
	return types.length === 0 ? pair.to.startsWith('2-') : byName;
}

/** Refused for a label that another row of the same records brings in. */
function isRefusedLabel(row: Row, { rows: all, trouble }: World): boolean {
	const { guilty, refused, silent } = trouble;
	const ids = [row.from, row.to];
	const bad = [...guilty, ...refused, ...silent, NO_RECORD];
	return !ids.some((id) => bad.includes(id)) && typesOfAll(row, all).includes(NO_TYPE);
}

/** Labels replace those that are there, unless they are kept; without any the association keeps its own. */
function createdLabels(
	{ pair }: Row,
	types: readonly string[],
	{ keepsLabels }: World,
	present: readonly string[] | null,
): State {
	const kept = keepsLabels || types.length === 0 ? (present ?? []) : [];
	return [...new Set([...kept, ...textsOf({ pair, types })])].sort();
}

/** Rows of the same two records are one to HubSpot, with the types of all. */
function typesOfAll(row: Row, all: readonly Row[]): string[] {
	const same = all.filter((other) => keyOf(other) === keyOf(row));
	return [...new Set(same.flatMap(({ types }) => types))];
}

function isRefusedRow(row: Row, { operation, rows: all, trouble }: World): boolean {
	const { guilty, refused, silent } = trouble;
	const ids = operation === 'getAll' ? [row.from] : [row.from, row.to];
	const bad = [...guilty, ...refused, ...silent];
	if (ids.some((id) => bad.includes(id))) return true;
	if (operation !== 'create') return false;
	return ids.includes(NO_RECORD) || typesOfAll(row, all).includes(NO_TYPE);
}

function listOf({ pair, from }: Row, before: ReadonlyMap<string, string[]>): string[] {
	const start = `${pair.from}>${pair.to} ${from}>`;
	const end = `${pair.from}>${pair.to} `;
	return [...before].flatMap(([key, labels]) => {
		if (key.startsWith(start)) return [`${key.slice(start.length)} ${labels.join()}`];
		const [other, id] = key.slice(end.length).split('>');
		const isOtherSide = pair.from === pair.to && key.startsWith(end) && id === from;
		return isOtherSide ? [`${other} ${labels.map(inverse).sort().join()}`] : [];
	});
}

/** How a label reads from the second record. */
function inverse(label: string): string {
	return label === 'Manager' ? 'Report' : label;
}
