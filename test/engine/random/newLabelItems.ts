import type { IDataObject } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { turned, type Pair } from './labelAccount';
import { ownName } from './newLabelPlan';
import { otherSideOf, sideOf, sidesOf, timesIn, type Side } from './newLabelRules';
import type { NewLabelRow } from './newLabelWorlds';
import { isCalm, mayLookAgain, type Trouble } from './trouble';

/** Whether a dry run shows the request that would make the row's label. */
export function isPreview({ method, url, input }: IDataObject, row: NewLabelRow): boolean {
	const { pair, label, inverseLabel } = row;
	const sent = input as IDataObject;
	const hasTexts = sent.label === label && sent.inverseLabel === inverseLabel;
	const path = `/${pair.from}/${pair.to}/labels`;
	return method === 'POST' && hasTexts && isNamed(sent.name, row) && String(url).endsWith(path);
}

export function isNamed(name: unknown, row: NewLabelRow): boolean {
	const own = ownName(row);
	return own === undefined ? /^[a-z]\w*$/i.test(String(name)) : name === own;
}

/**
 * Whether the type ids are those of the row's label, or null where the node cannot know them.
 * @param most what the account may hold beside the label
 * @param isFound whether the label may be another one, found after a lost answer
 */
export function areTypesTrue(
	{ typeId, inverseTypeId }: IDataObject,
	account: Account,
	{
		row,
		most,
		trouble,
		isFound,
	}: { row: NewLabelRow; most: readonly Side[]; trouble: Trouble; isFound: boolean },
): boolean {
	const isUnclear = (side: Side) =>
		mayLookAgain(trouble) && timesIn([...most, ...sidesOf(row)], side) > 1;
	const isInverseUnclear = inverseTypeId === null && isUnclear(otherSideOf(row));
	if (typeId === null) {
		return inverseTypeId === null && (!isCalm(trouble) || isUnclear(sideOf(row)));
	}
	const { pair, label, inverseLabel = label } = row;
	const forward = typeOf(account, pair, typeId);
	const inverse = typeOf(account, turned(pair), inverseTypeId);
	if (forward?.label !== label) return false;
	if (isInverseUnclear) return true;
	return inverse?.label === inverseLabel && (isFound || forward.inverse === inverse);
}

function typeOf(account: Account, { from, to }: Pair, typeId: unknown) {
	return account
		.labels(from, to)
		.find((type) => type.category === 'USER_DEFINED' && type.typeId === typeId);
}
