import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { updateLabelCall, type LabelUpdate } from '../../hubspot/labels/labelChanges';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { describePair } from '../../hubspot/model/objectTypes';
import { readLabelUpdateRows, type LabelUpdateRow } from '../../input/rows/labelRows';
import { invalid, succeed, type Outcome } from '../../outcome';
import { ownLabel } from '../../parameters/associationType';
import { changedLabelTexts } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import type { LabelsByPair } from '../run/labelLookup';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { typeDetails, typeJson, typeKeyOf } from '../typeJson';
import { findOtherSides, keepOtherSides, withKnownSide } from './otherSides';
import { readOwnLabels, resolveOwnLabel } from './ownLabels';

export const option = {
	name: 'Update',
	value: 'update',
	description: 'Change the text of a label that your account created',
	action: 'Update association labels',
};

export const description = {
	parameters: [...objectTypes, ownLabel, ...changedLabelTexts],
	options: writeOptions,
};

/** Changes the texts of the label of every item, one request per label. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	let sides: Awaited<ReturnType<typeof findOtherSides>> = new Map();
	return await writeRows<LabelUpdateRow, LabelUpdate, LabelUpdate>(session, {
		read: () => readLabelUpdateRows(context),
		resolve: async (rows) => {
			const labels = await readOwnLabels(session, rows, hasOneText);
			const updates = rows.map((row) => (row.ok ? updateOf(row.value, labels) : row));
			const oneSided = updates.flatMap((update) =>
				update.ok && update.value.inverseLabel === undefined ? [update.value] : [],
			);
			sides = await findOtherSides(session, oneSided);
			return updates.map((update) => (update.ok ? withKnownSide(update.value, sides) : update));
		},
		settleEarly: async (entries) => {
			keepOtherSides(entries, sides);
			return await Promise.resolve(undefined);
		},
		key: associationTypeKey,
		merge: mergeUpdates,
		calls: {
			keyOf: typeKeyOf,
			callFor: ({ pair }) => updateLabelCall(options.apiVersion, pair, sender.send),
		},
		item: updatedJson,
		preview: (input) => ({ action: 'updated', ...updatedJson(input) }),
		about: typeDetails,
	});
}

/** Whether the present texts are needed: for the one that stays. */
function hasOneText({ label, inverseLabel }: LabelUpdateRow): boolean {
	return label === undefined || inverseLabel === undefined;
}

/** Builds an update. HubSpot requires the label in every one, so a label that stays is sent unchanged. */
function updateOf(row: LabelUpdateRow, labels: LabelsByPair): Outcome<LabelUpdate> {
	const target = resolveOwnLabel(row, labels);
	if (!target.ok) return target;
	const label = row.label ?? target.value.label;
	const isMissing = hasOneText(row) && target.value.label === null;
	if (label !== null && !isMissing) {
		return succeed({ ...target.value, label, inverseLabel: row.inverseLabel });
	}
	const key = associationTypeKey(target.value);
	return invalid(
		`There is no label ${key} for ${describePair(row.pair)}`,
		'Pick the label from the list.',
	);
}

function mergeUpdates(present: LabelUpdate, added: LabelUpdate): Outcome<LabelUpdate> {
	if (present.label === added.label && present.inverseLabel === added.inverseLabel) {
		return succeed(present);
	}
	return invalid(
		`Items give different texts for the same label of ${describePair(present.pair)}, ${associationTypeKey(present)}`,
		'Keep only one item per label.',
	);
}

function updatedJson(update: LabelUpdate): IDataObject {
	const { pair, inverseLabel } = update;
	return typeJson(pair, update, inverseLabel === undefined ? {} : { inverseLabel });
}
