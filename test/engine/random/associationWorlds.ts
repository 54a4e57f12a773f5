import fc from 'fast-check';
import { troubles, type Trouble } from './trouble';

/** Two objects of the simulator's own account, with records and labels of theirs. */
export interface Pair {
	readonly from: string;
	readonly to: string;
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	/** Labels by their association type. */
	readonly labels: Readonly<Record<string, string>>;
}

export const NO_RECORD = '404001';

export const PAIRS: readonly Pair[] = [
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
export const NO_TYPE = 'USER_DEFINED:999';

export interface Row {
	readonly pair: Pair;
	readonly from: string;
	readonly to: string;
	/** Association types; none: unlabeled. */
	readonly types: readonly string[];
	/** Whether labels are written by their names. */
	readonly byName: boolean;
}

export interface World {
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
export function oneDirection(from: string, to: string) {
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

/** Runs on the associations of these pairs, whatever is there before and whatever goes wrong. */
export const worlds: fc.Arbitrary<World> = fc
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
	)
	.map((world) => ({
		...world,
		trouble: thatLeavesNoDoubt(world as World),
	})) as fc.Arbitrary<World>;

/** What HubSpot does with the other records of an archive input, one of which it refuses, is unknown. */
function thatLeavesNoDoubt({ operation, rows: all, trouble }: World): Trouble {
	if (operation !== 'delete') return trouble;
	const parted = new Set(all.map(({ to }) => to));
	return { ...trouble, refused: trouble.refused.filter((id) => !parted.has(id)) };
}

/** HubSpot's answer to a removal names no input, and one without a body no error either. */
function thatCanBeTold(trouble: Trouble, operation: string): Trouble {
	if (operation !== 'delete' && operation !== 'removeLabels') return trouble;
	const { options, behaviour, refused } = trouble;
	const isMute = options.apiVersion === 'v4' || behaviour.removalAnswer === 'noContent';
	// An input of archive stands for all records of its first one: only that can be refused alone.
	const alone = refused.filter((id) => operation !== 'delete' || id.startsWith('1'));
	return { ...trouble, silent: [], refused: isMute ? [] : alone };
}
