import type { INodeExecutionData } from 'n8n-workflow';
import { createLabelCall, type CreatedLabel, type NewLabel } from '../../hubspot/labels/newLabels';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readNewLabelRows, type NewLabelRow } from '../../input/rows/labelRows';
import { newLabelTexts } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { explainFull, labelJson, NEW_LABELS, withDirections } from './createdLabels';
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
		...NEW_LABELS,
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
	});
}
