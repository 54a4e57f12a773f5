import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId } from '../../../tools/hubSpotNode';
import { associationRun } from '../support/associations';
import { NO_RECORD, NO_TYPE, PAIRS, type Pair } from './associationWorlds';
import { troubles, type Trouble } from './trouble';

/** Contacts with companies and with cars; what is between records of one object is in `sync.delete.test.ts`. */
const SYNCED = PAIRS.filter(({ from, to }) => from !== to);

/** HubSpot's own, which no create replaces. */
const PRIMARY = 'HUBSPOT_DEFINED:1';

export interface SyncRow {
	readonly pair: Pair;
	/** Empty: the row cannot be about any record. */
	readonly from: string;
	readonly to: string;
	readonly types: readonly string[];
	/** Whether labels are written by their names. */
	readonly byName: boolean;
}

export interface SyncWorld {
	readonly rows: readonly SyncRow[];
	readonly present: readonly SyncRow[];
	readonly keepsLabels: boolean;
	readonly deletesUnlisted: boolean;
	readonly trouble: Trouble;
}

function rowsOf(missing: readonly string[], noTypes: readonly string[]): fc.Arbitrary<SyncRow> {
	return fc.constantFrom(...SYNCED).chain((pair) =>
		fc.record<SyncRow>({
			pair: fc.constant(pair),
			from: fc.constantFrom(...pair.fromIds, ...pair.fromIds, ...missing.slice(0, 1)),
			to: fc.constantFrom(...pair.toIds, ...pair.toIds, ...missing.slice(1)),
			types: fc.subarray([...Object.keys(pair.labels), ...noTypes]),
			byName: fc.boolean(),
		}),
	);
}

/** Half of the worlds have nothing wrong in their rows, so that deletions are often allowed. */
export const syncWorlds: fc.Arbitrary<SyncWorld> = fc.boolean().chain((isWhole) =>
	fc.record<SyncWorld>({
		rows: fc.array(isWhole ? rowsOf([], []) : rowsOf(['', NO_RECORD], [NO_TYPE]), {
			minLength: 1,
			maxLength: 8,
		}),
		present: fc.array(rowsOf([], []), { maxLength: 8 }),
		keepsLabels: fc.boolean(),
		deletesUnlisted: fc.boolean(),
		trouble: troubles(['1001', '1002', '1003', '5001', '9001']).map(thatCanBeTold),
	}),
);

/** HubSpot's answer to a removal names no input, and one without a body no error either. */
function thatCanBeTold(trouble: Trouble): Trouble {
	const { options, behaviour, refused } = trouble;
	const isMute = options.apiVersion === 'v4' || behaviour.removalAnswer === 'noContent';
	// An input of archive stands for all records of its first one: only that can be refused alone.
	const alone = refused.filter((id) => id.startsWith('1'));
	return { ...trouble, silent: [], refused: isMute ? [] : alone };
}

export function seedOf({ present }: SyncWorld, account: Account): void {
	for (const { pair, from, to, types } of present) {
		const labels = types.map((type) => pair.labels[type]);
		account.associate(pair.from, pair.to, from, to, labels);
	}
}

export function parametersOf(world: SyncWorld, options: INodeParameters): INodeParameters {
	const { keepsLabels, deletesUnlisted } = world;
	return associationRun('sync', {
		toObjectType: byId('={{ $json.toType }}'),
		labels: '={{ $json.labels }}',
		options: {
			...options,
			existingLabels: keepsLabels ? 'keep' : 'replace',
			deleteUnlisted: deletesUnlisted,
		},
	});
}

export function itemOf({ pair, from, to, types, byName }: SyncRow): IDataObject {
	const labels = types.map((type) => (byName ? (pair.labels[type] ?? type) : type));
	return { toType: pair.to, from, to, labels };
}

/** The labels of every association of these objects, by `0-2 1001>5001`. */
export type Held = ReadonlyMap<string, readonly string[]>;

export function heldIn(account: Account): Held {
	return new Map(
		SYNCED.flatMap(({ from, to }) =>
			account
				.associations(from, to)
				.map((one) => [`${to} ${one.fromObjectId}>${one.toObjectId}`, one.labels] as const),
		),
	);
}

export function keyOf({ pair, from, to }: Pick<SyncRow, 'pair' | 'from' | 'to'>): string {
	return `${pair.to} ${from}>${to}`;
}

/** What the association is when some of its rows are done. */
export function wantedBy(
	rows: readonly SyncRow[],
	present: readonly string[] | undefined,
	{ keepsLabels }: SyncWorld,
): string[] {
	const labels = rows.flatMap(({ pair, types }) =>
		types.flatMap((type) => pair.labels[type] ?? []),
	);
	const staying = (present ?? []).filter(
		(label) => keepsLabels || rows.some(({ pair }) => pair.labels[PRIMARY] === label),
	);
	return [...new Set([...staying, ...labels])].sort();
}

/** Whether HubSpot or the node refuses the row, whatever else happens. */
export function isRefused(row: SyncRow, { rows }: SyncWorld): boolean {
	const same = rows.filter((other) => keyOf(other) === keyOf(row));
	const isNew = [row.from, row.to].includes(NO_RECORD);
	return row.from === '' || isNew || same.some(({ types }) => types.includes(NO_TYPE));
}
