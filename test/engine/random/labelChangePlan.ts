import { nameOf } from './labelAccount';
import type { LabelChangeRow, LabelChangeWorld } from './labelChangeWorlds';

export interface LabelChangePlan {
	/** One row for each type, in the order in which they are sent: that of the rows. */
	readonly entries: readonly LabelChangeRow[];
	/** Rows that are refused before anything is sent. */
	readonly refused: ReadonlySet<LabelChangeRow>;
	/** Whether the labels of the row's objects are read. */
	readonly isRead: (row: LabelChangeRow) => boolean;
}

export function planOf({ operation, rows }: LabelChangeWorld): LabelChangePlan {
	const isUpdate = operation === 'update';
	const readable = rows.filter((row) => !row.mistake && !(isUpdate && isWithoutText(row)));
	const read = new Set(
		readable.filter((row) => needsReading(row, isUpdate)).map(({ type }) => nameOf(type.pair)),
	);
	const isRead = ({ type }: LabelChangeRow) => read.has(nameOf(type.pair));
	const alone = readable.filter((row) => !isForeign(row, isUpdate));
	const kept = alone.filter((row) => !alone.some((other) => isContradicted(row, other)));
	return {
		entries: kept.filter((row) => row === kept.find(({ type }) => type === row.type)),
		refused: new Set(rows.filter((row) => !kept.includes(row))),
		isRead,
	};
}

/** HubSpot wants the label in every update, so that one which stays is sent as it is. */
export function sentLabel({ type, label }: LabelChangeRow): string | null {
	return label ?? type.text;
}

/** One text alone would stand on both sides, so that the other goes with it: as another row changes it, or as it is. */
export function sentInverse(
	{ type, inverseLabel }: LabelChangeRow,
	{ entries }: LabelChangePlan,
): string | undefined {
	const { label } = type;
	if (inverseLabel !== undefined || !label) return inverseLabel;
	const partner = entries.find((entry) => entry.type.label === label && entry.type !== type);
	if (partner) return sentLabel(partner) ?? undefined;
	if (label.label === label.inverseLabel) return undefined;
	return type.text === label.label ? label.inverseLabel : label.label;
}

function isWithoutText({ label, inverseLabel }: LabelChangeRow): boolean {
	return label === undefined && inverseLabel === undefined;
}

function isByType({ type, spelling }: LabelChangeRow): boolean {
	return spelling === 'type' || (spelling === 'name' && type.text === null);
}

function needsReading(row: LabelChangeRow, isUpdate: boolean): boolean {
	const hasOneText = row.label === undefined || row.inverseLabel === undefined;
	return !isByType(row) || (isUpdate && hasOneText) || mayBeUnlabeled(row);
}

/** The unlabeled type of HubSpot's own objects is of another category than labels. */
function mayBeUnlabeled({ type: { pair, category } }: LabelChangeRow): boolean {
	const isStandard = [pair.from, pair.to].every((object) => object.startsWith('0-'));
	return category === 'USER_DEFINED' && !isStandard;
}

/** What the account did not make is refused as soon as it is known; else HubSpot refuses it. */
function isForeign(row: LabelChangeRow, isUpdate: boolean): boolean {
	const { type } = row;
	return !type.label && (type.category !== 'USER_DEFINED' || needsReading(row, isUpdate));
}

function isContradicted(row: LabelChangeRow, other: LabelChangeRow): boolean {
	if (row.type !== other.type) return false;
	return sentLabel(row) !== sentLabel(other) || row.inverseLabel !== other.inverseLabel;
}
