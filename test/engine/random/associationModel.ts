import type { Expected, State } from './scenario';
import { NO_RECORD, NO_TYPE, type Row, type World } from './associationWorlds';
import { isCalm } from './trouble';

/** The two records of a row, by which the account's state is told. */
export function keyOf({ pair, from, to }: Row): string {
	return `${pair.from}>${pair.to} ${from}>${to}`;
}

/** The labels of a row as the account shows them. */
export function textsOf({ pair, types }: Pick<Row, 'pair' | 'types'>): string[] {
	return types.flatMap((type) => pair.labels[type] ?? []).sort();
}

/** What must become of a row, as a simple model of HubSpot has it. */
export function expectedOf(
	row: Row,
	world: World,
	before: ReadonlyMap<string, string[]>,
): Expected {
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
		otherwise: [wantedOf(sure)],
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
