import type { INodeExecutionData } from 'n8n-workflow';
import { createLabelCall, type CreatedLabel, type NewLabel } from '../../hubspot/labels/newLabels';
import { describePair, objectNames, pairKey } from '../../hubspot/model/objectTypes';
import { readNewLabelRows, type NewLabelRow } from '../../input/rows/labelRows';
import { invalid, succeed, type Outcome } from '../../outcome';
import { newLabelTexts } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import { shorten } from '../../text';
import type { RowDetails } from '../run/failures';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { explainFull, labelJson, withDirections } from './createdLabels';
import { nameLabels } from './names';
import { settlePresentLabels } from './presentLabels';

export const option = {
	name: 'Create',
	value: 'create',
	description: 'Create a label, or a pair of labels that read differently from each side',
	action: 'Create association labels',
};

export const description = {
	parameters: [...objectTypes, ...newLabelTexts],
	options: writeOptions,
};

/** Creates the label of every item, one request per label, unless the account already has it. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	return await writeRows<NewLabelRow, NewLabel, CreatedLabel>(session, {
		read: () => readNewLabelRows(context),
		resolve: async (rows) => await Promise.resolve(nameLabels(rows)),
		key: ({ label }) => label,
		merge: mergeLabels,
		settleEarly: async (entries) => await settlePresentLabels(session, entries),
		calls: {
			keyOf: ({ pair }) => pairKey(pair),
			callFor: ({ pair }) => createLabelCall(options.apiVersion, pair, sender.send),
		},
		complete: async (entries) => {
			await withDirections(session, entries);
			await explainFull(session, entries);
		},
		item: labelJson,
		preview: (input) => ({ action: 'created', ...labelJson({ types: [] }, input) }),
		about: newLabelDetails,
	});
}

function mergeLabels(present: NewLabel, added: NewLabel): Outcome<NewLabel> {
	if (present.inverseLabel === added.inverseLabel && present.name === added.name) {
		return succeed(present);
	}
	return invalid(
		`Items describe the label "${shorten(present.label)}" of ${describePair(present.pair)} differently`,
		'Keep only one item per label, or make them the same.',
	);
}

function newLabelDetails(row: NewLabelRow | undefined, input: NewLabel | undefined): RowDetails {
	const described = input ?? row;
	if (described === undefined) return {};
	const { pair, label, inverseLabel } = described;
	return { ...objectNames(pair), label, inverseLabel };
}
