import type { IDataObject } from 'n8n-workflow';
import { nameOf, NO_OBJECT, type Label } from './labelAccount';
import { planOf, sentInverse, sentLabel, type LabelChangePlan } from './labelChangePlan';
import type { LabelChangeRow, LabelChangeWorld } from './labelChangeWorlds';
import { isUnknownType, TYPES, type LabelType } from './labelTypes';
import type { Expected, State } from './scenario';
import { isInTurn, mayLookAgain } from './trouble';

type Texts = readonly [label: string, inverseLabel: string];

/** The same for both directions of a label. */
export function keyOfLabel({ pair, typeId }: Label): string {
	return `${nameOf(pair)} ${typeId}`;
}

/** What must become of every row, as a simple model of HubSpot has it. */
export function expectedOf(world: LabelChangeWorld): Expected[] {
	if (world.operation === 'getAll') return world.rows.map(listedRow);
	const plan = planOf(world);
	return world.rows.map((row) => {
		const { type } = row;
		const key = type.label ? keyOfLabel(type.label) : `${nameOf(type.pair)} ${type.typeId}`;
		const isInvalid = plan.refused.has(row);
		if (isInvalid || world.isDryRun) {
			const wanted = type.label ? textsOf(type.label) : null;
			const isTrue = (item: IDataObject) => isPreview(item, row, world.operation, plan);
			return { key, wanted, isRefused: isInvalid, isInvalid, isTrue };
		}
		const item = { ...typeItem(type), ...itemOf(row, world, plan) };
		return {
			key,
			item,
			...(world.operation === 'update' ? updatedRow : deletedRow)(row, plan, world),
		};
	});
}

type Fate = Pick<Expected, 'wanted' | 'otherwise' | 'isRefused' | 'isOpen'>;

/** The texts are as the last of the label's two sides left them, whichever that is. */
function updatedRow(
	{ type }: LabelChangeRow,
	plan: LabelChangePlan,
	{ trouble }: LabelChangeWorld,
): Fate {
	const { label } = type;
	if (!label) return { wanted: null, isRefused: true };
	const changes = plan.entries.filter((entry) => entry.type.label === label);
	const change = (texts: Texts, row: LabelChangeRow) => changed(texts, row, plan);
	const inTurn = changes.reduce(change, textsOf(label));
	if (isInTurn(trouble)) return { wanted: inTurn, isRefused: false };
	const own = changes.filter((entry) => entry.type === type);
	const turnedAround = [...changes].reverse().reduce(change, textsOf(label));
	const otherwise: State[] = [turnedAround, own.reduce(change, textsOf(label))];
	return { wanted: inTurn, otherwise, isRefused: false };
}

/** Deleting one side deletes the other: as a further row that is refused, or found to be gone after a lost answer. */
function deletedRow(
	{ type }: LabelChangeRow,
	plan: LabelChangePlan,
	{ trouble }: LabelChangeWorld,
): Fate {
	const sides = plan.entries.filter((entry) => type.label && entry.type.label === type.label);
	const inTurn = isInTurn(trouble);
	const isGone = sides.length > 1 || isUnknownType(type);
	return {
		wanted: null,
		isRefused: !type.label || (inTurn && sides[0].type !== type),
		isOpen: (!inTurn && sides.length > 1) || (isGone && mayLookAgain(trouble)),
	};
}

function textsOf({ label, inverseLabel }: Label): Texts {
	return [label, inverseLabel];
}

/** HubSpot puts the text on both sides where no other is sent. */
function changed(_: Texts, row: LabelChangeRow, plan: LabelChangePlan): Texts {
	const text = String(sentLabel(row));
	const isForward = row.type.typeId === row.type.label?.typeId;
	const further = sentInverse(row, plan) ?? text;
	return isForward ? [text, further] : [further, text];
}

function typeItem({ pair, category, typeId }: LabelType): IDataObject {
	return { fromObjectTypeId: pair.from, toObjectTypeId: pair.to, category, typeId };
}

function itemOf(row: LabelChangeRow, { operation }: LabelChangeWorld, plan: LabelChangePlan) {
	const { isRead } = plan;
	if (operation === 'delete') {
		return { deleted: true, label: isRead(row) ? (row.type.text ?? undefined) : undefined };
	}
	return { label: sentLabel(row), inverseLabel: sentInverse(row, plan) };
}

/** Whether a dry run shows the request that would change the row's label. */
function isPreview(
	{ method, url, input }: IDataObject,
	row: LabelChangeRow,
	operation: string,
	plan: LabelChangePlan,
): boolean {
	const { pair, typeId } = row.type;
	const path = `/${pair.from}/${pair.to}/labels`;
	if (operation === 'delete')
		return method === 'DELETE' && String(url).endsWith(`${path}/${typeId}`);
	const sent = input as IDataObject;
	return (
		method === 'PUT' &&
		String(url).endsWith(path) &&
		sent.associationTypeId === typeId &&
		sent.label === sentLabel(row) &&
		sent.inverseLabel === sentInverse(row, plan)
	);
}

/** The text of an item of a row that reads. */
export function textOfItem({ fromObjectTypeId, toObjectTypeId, ...type }: IDataObject): string {
	const { category, typeId, label } = type;
	return [fromObjectTypeId, toObjectTypeId, category, typeId, label].map(String).join();
}

function listedRow({ type: { pair }, mistake }: LabelChangeRow): Expected {
	const direction = nameOf(pair);
	const types = TYPES.filter((type) => nameOf(type.pair) === direction);
	const isRefused = pair === NO_OBJECT || mistake !== undefined;
	const list = types.map((type) => textOfItem({ ...typeItem(type), label: type.text }));
	return { key: direction, wanted: null, isRefused, isInvalid: mistake !== undefined, list };
}
