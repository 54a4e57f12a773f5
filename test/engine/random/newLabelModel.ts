import type { IDataObject } from 'n8n-workflow';
import { LABELS } from './labelAccount';
import { areTypesTrue, isNamed, isPreview } from './newLabelItems';
import { isSameLabel, planOf, type NewLabelPlan } from './newLabelPlan';
import {
	isKnownBefore,
	isTaken,
	keyOf,
	keyOfLabel,
	otherSideOf,
	PRESENT,
	sideOf,
	sidesOf,
	timesIn,
} from './newLabelRules';
import type { NewLabelRow, NewLabelWorld } from './newLabelWorlds';
import type { Expected } from './scenario';
import { isInTurn, mayLookAgain } from './trouble';

/** What must become of every row, as a simple model of HubSpot has it. */
export function expectedOf(world: NewLabelWorld): Expected[] {
	const plan = planOf(world.rows);
	return world.rows.map((row) => {
		const key = keyOf(row);
		const wanted = LABELS.some((label) => keyOfLabel(label) === key) ? 1 : null;
		if (plan.refused.has(row) || (isKnownBefore(row) && !isPresent(row))) {
			return { key, wanted, isRefused: true, isInvalid: true };
		}
		if (isPresent(row)) return { key, wanted, isRefused: false, ...itemOf(row, world) };
		if (!world.isDryRun) return madeRow(row, plan, world);
		return { key, wanted, isRefused: false, isTrue: (item) => isPreview(item, row) };
	});
}

/** Whether the account has both texts of the row; HubSpot does not tell which of them belong together. */
function isPresent(row: NewLabelRow): boolean {
	return timesIn(PRESENT, sideOf(row)) > 0 && timesIn(PRESENT, otherSideOf(row)) > 0;
}

/** The label that was there, whose internal name HubSpot does not list. */
function itemOf(row: NewLabelRow, { trouble }: NewLabelWorld): Pick<Expected, 'item' | 'isTrue'> {
	return {
		item: { ...textsOf(row), internalName: null },
		isTrue: (item, account) =>
			areTypesTrue(item, account, { row, most: PRESENT, trouble, isFound: true }),
	};
}

function textsOf({ pair, label, inverseLabel = label }: NewLabelRow): IDataObject {
	return {
		fromObjectTypeId: pair.from,
		toObjectTypeId: pair.to,
		category: 'USER_DEFINED',
		label,
		inverseLabel,
	};
}

function madeRow(row: NewLabelRow, plan: NewLabelPlan, world: NewLabelWorld): Expected {
	const { labelsPerPair, trouble } = world;
	const others = plan.entries.filter((other) => !isSameLabel(other, row));
	const most = [...PRESENT, ...others.flatMap(sidesOf)];
	const isTakenFirst = isTaken(row, PRESENT, labelsPerPair);
	const inTurn = isInTurn(trouble);
	// HubSpot does not tell which texts belong together: after a lost answer both of them count as the label.
	const isFound =
		mayLookAgain(trouble) && timesIn(most, sideOf(row)) > 0 && timesIn(most, otherSideOf(row)) > 0;
	return {
		key: keyOf(row),
		wanted: 1,
		otherwise: isFound ? [null] : [],
		isRefused: inTurn ? isTakenInTurn(row, plan, labelsPerPair) : isTakenFirst,
		isOpen: isFound || (!inTurn && isTakenFirst !== isTaken(row, most, labelsPerPair)),
		item: textsOf(row),
		isTrue: (item, account) =>
			isNamed(item.internalName, row) &&
			areTypesTrue(item, account, { row, most, trouble, isFound }),
	};
}

/** Whether the labels before this one leave it none of its text, or no room. */
function isTakenInTurn(
	row: NewLabelRow,
	{ entries }: NewLabelPlan,
	labelsPerPair: number,
): boolean {
	const sides = [...PRESENT];
	for (const entry of entries) {
		const taken = isTaken(entry, sides, labelsPerPair);
		if (isSameLabel(entry, row)) return taken;
		if (!taken) sides.push(...sidesOf(entry));
	}
	throw new Error(`${keyOf(row)} is not planned`);
}
