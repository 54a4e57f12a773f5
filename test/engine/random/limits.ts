import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId, fromList } from '../../../tools/hubSpotNode';
import type { Expected, Scenario, State } from './scenario';
import { isCalm, troubles, type Trouble } from './trouble';

/** The association types from contacts to companies in the simulator's own account. */
const OBJECT_LIMIT = 'HUBSPOT_DEFINED:279';
const LABELS: Readonly<Record<string, string>> = {
	'HUBSPOT_DEFINED:1': 'Primary',
	'USER_DEFINED:36': 'Decision Maker',
	'USER_DEFINED:38': 'Billing Contact',
};
const TYPES = [OBJECT_LIMIT, ...Object.keys(LABELS)];

/** A type that the pair does not have. */
const NO_TYPE = 'USER_DEFINED:999';

/** Above what HubSpot's settings page allows, and so refused. */
const TOO_HIGH = 20_000;

interface Row {
	readonly type: string;
	readonly maximum: number;
	/** Whether the type is written as its bare id. */
	readonly byTypeId: boolean;
}

interface World {
	readonly operation: 'create' | 'update' | 'upsert' | 'sync' | 'delete' | 'getAll';
	readonly rows: readonly Row[];
	/** By association type. */
	readonly present: Readonly<Record<string, number>>;
	readonly deletesUnlisted: boolean;
	readonly trouble: Trouble;
}

/** No label limit is ever above the object limit, so that the order of requests cannot matter. */
function maximumOf(type: string, further: readonly number[] = []): fc.Arbitrary<number> {
	return type === OBJECT_LIMIT
		? fc.integer({ min: 5, max: 7 })
		: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, ...further));
}

function rowsOf(operation: string): fc.Arbitrary<Row[]> {
	// Where the node compares before it writes, it knows the rules between limits; too high a label limit breaks one.
	const compares = operation === 'upsert' || operation === 'sync';
	const types = compares ? TYPES : [...TYPES, NO_TYPE];
	const row = fc.constantFrom(...types).chain((type) =>
		fc.record({
			type: fc.constant(type),
			maximum: maximumOf(type, compares ? [] : [TOO_HIGH]),
			byTypeId: type === NO_TYPE ? fc.constant(false) : fc.boolean(),
		}),
	);
	return fc.array(row, { minLength: 1, maxLength: 8 });
}

const present = fc
	.subarray(TYPES)
	.chain((types) =>
		fc.record(Object.fromEntries(types.map((type) => [type, maximumOf(type)] as const))),
	);

const worlds = fc
	.constantFrom<
		World['operation']
	>('create', 'update', 'upsert', 'sync', 'sync', 'delete', 'getAll')
	.chain((operation) =>
		fc.record<World>({
			operation: fc.constant(operation),
			rows: rowsOf(operation),
			present,
			deletesUnlisted: operation === 'sync' ? fc.boolean() : fc.constant(false),
			trouble: troubles(['279', '36', '38']).map((trouble) => thatCanBeTold(trouble, operation)),
		}),
	);

/** HubSpot's answer to a removal names no input, and one without a body no error either. */
function thatCanBeTold(trouble: Trouble, operation: string): Trouble {
	if (operation !== 'delete' && operation !== 'sync') return trouble;
	const { options, behaviour, refused } = trouble;
	const isMute = options.apiVersion === 'v4' || behaviour.removalAnswer === 'noContent';
	return { ...trouble, silent: [], refused: isMute ? [] : refused };
}

export const limitRuns: fc.Arbitrary<Scenario> = worlds.map((world) => ({
	resource: 'associationLimit',
	operation: world.operation,
	parameters: parametersOf(world),
	items: world.rows.map(itemOf),
	trouble: world.trouble,
	seed: (account) => {
		for (const [type, maximum] of Object.entries(world.present)) {
			const [category, typeId] = type.split(':');
			account.setLimit('0-1', '0-2', category as 'USER_DEFINED', Number(typeId), maximum);
		}
	},
	states,
	expected: world.rows.map((row) => expectedOf(row, world)),
	further: world.deletesUnlisted ? unlisted(world) : [],
	textOf: ({ category, typeId, maxToObjectIds }) =>
		`${String(category)}:${String(typeId)} ${String(maxToObjectIds)}`,
	[fc.toStringMethod]: () => fc.stringify(world),
}));

function parametersOf({ operation, deletesUnlisted }: World): INodeParameters {
	const objects = { fromObjectType: fromList('0-1'), toObjectType: fromList('0-2') };
	if (operation === 'getAll') return { ...objects, returnAll: true };
	return {
		...objects,
		associationType: byId('={{ $json.type }}'),
		...(operation === 'delete' ? {} : { maxToObjectIds: '={{ $json.maximum }}' }),
		options: deletesUnlisted ? { deleteUnlisted: true } : {},
	};
}

function itemOf({ type, maximum, byTypeId }: Row): IDataObject {
	return { type: byTypeId ? type.split(':')[1] : type, maximum };
}

function states(account: Account): Map<string, State> {
	return new Map(
		account
			.limitList()
			.map(({ category, typeId, maxToObjectIds }) => [`${category}:${typeId}`, maxToObjectIds]),
	);
}

function expectedOf(row: Row, world: World): Expected {
	const { operation, present: held } = world;
	const { type: key, maximum } = row;
	const [category, typeId] = key.split(':');
	if (operation === 'getAll') {
		const list = Object.entries(held).map(([type, most]) => `${type} ${most}`);
		return { key, wanted: held[key] ?? null, isRefused: false, list };
	}
	const item = { category, typeId: Number(typeId) };
	const isRefused = isRefusedRow(row, world);
	if (operation === 'delete') return { key, wanted: null, isRefused, item };
	return {
		key,
		wanted: maximum,
		isRefused,
		isOpen: isReadBack(row, world) || isPerhapsAlone(row, world),
		item: { ...item, maxToObjectIds: maximum },
	};
}

/** A row whose type could not be read contradicts none of the others. */
function isPerhapsAlone(row: Row, world: World): boolean {
	const others = world.rows.filter(({ type }) => type === row.type);
	const maySplit = others.some(({ byTypeId }) => byTypeId !== row.byTypeId);
	return isContradicted(row, world) && maySplit && !isCalm(world.trouble);
}

/** A limit that is there as wanted counts as made after a lost answer, or one that left it out, whoever made it. */
function isReadBack({ type, maximum }: Row, { operation, present: held, trouble }: World): boolean {
	const isLeftOpen = trouble.silent.includes(type.split(':')[1]);
	const isLookedFor = operation === 'create' && trouble.passing.length > 0;
	return held[type] === maximum && (isLookedFor || isLeftOpen);
}

function isRefusedRow(row: Row, world: World): boolean {
	const { operation, present: held, trouble } = world;
	const { behaviour } = trouble;
	if (isContradicted(row, world)) return true;
	const exists = held[row.type] !== undefined;
	if ((operation === 'upsert' || operation === 'sync') && held[row.type] === row.maximum) {
		return false;
	}
	if (isHit(row.type, trouble)) return true;
	if (operation === 'delete') return false;
	if (row.type === NO_TYPE || row.maximum === TOO_HIGH) return true;
	if (operation === 'create') return exists && behaviour.limitCreateOverExisting === 'conflict';
	return operation === 'update' && !exists && behaviour.limitUpdateWithoutLimit === 'refuse';
}

function isHit(type: string, { guilty, refused, silent }: Trouble): boolean {
	return [...guilty, ...refused, ...silent].includes(type.split(':')[1]);
}

/** Two rows want one limit to be different. */
function isContradicted({ type, maximum }: Row, { operation, rows }: World): boolean {
	if (operation === 'delete') return false;
	return rows.some((other) => other.type === type && other.maximum !== maximum);
}

/** Limits that go with 'Delete Unlisted': none while a row of the pair contradicts another. */
function unlisted(world: World): Expected[] {
	const { rows, present: held, trouble } = world;
	if (rows.some((row) => isContradicted(row, world))) return [];
	const named = new Set(rows.map(({ type }) => type));
	return Object.keys(held)
		.filter((type) => !named.has(type))
		.map((key) => ({ key, wanted: null, isRefused: isHit(key, trouble) }));
}
