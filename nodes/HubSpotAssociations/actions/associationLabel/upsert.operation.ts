import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Calls } from '../../batching/calls';
import { unsettled, type Entry } from '../../batching/plan';
import type { Send } from '../../hubspot/api/batchCall';
import type { ApiVersion } from '../../hubspot/api/versions';
import { updateLabelCall, type LabelUpdate } from '../../hubspot/labels/labelChanges';
import { createLabelCall, type CreatedLabel, type NewLabel } from '../../hubspot/labels/newLabels';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { describePair, pairKey } from '../../hubspot/model/objectTypes';
import { readNewLabelRows, type NewLabelRow } from '../../input/rows/labelRows';
import { invalid, succeed } from '../../outcome';
import { wantedLabelTexts } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import { shorten } from '../../text';
import type { Session } from '../run/session';
import { compared } from '../run/writeOperation';
import { writeRows } from '../run/writeRows';
import { typeKeyOf } from '../typeJson';
import { explainFull, labelJson, NEW_LABELS, withDirections } from './createdLabels';
import { confirmInverses } from './inverseLabels';
import { nameLabels } from './names';
import { readPresentLabels, type Comparison } from './presentLabels';

/** Not n8n's fixed sentence for this operation, which speaks of records. */
const SETS_LABELS =
	'Create the label of every item, or change its inverse text if it exists (upsert)';

export const option = {
	name: 'Create or Update',
	value: 'upsert',
	description: SETS_LABELS,
	action: 'Create or update association labels',
};

export const description = {
	parameters: [...objectTypes, ...wantedLabelTexts],
	options: writeOptions,
};

type ChangedLabel = NewLabel & LabelUpdate & { readonly action: 'updated' };

/** The write that a label needs, once it has been compared with those of the account. */
type LabelWrite =
	| (NewLabel & { readonly action: 'created' })
	| ChangedLabel
	| (NewLabel & {
			readonly action: 'unchanged';
			/** Whether the row leaves the inverse text as it is: HubSpot does not list which one is the label's. */
			readonly leavesInverse?: boolean;
	  });

type UpsertInput = NewLabel | LabelWrite;
type Written = CreatedLabel | ChangedLabel;
type UpsertEntry = Entry<UpsertInput, Written>;

/**
 * Creates the label of every item, or changes how the label with its text reads from the other side.
 * Reads the labels of every pair, and sends one request per label that is not as wanted.
 */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	return await writeRows<NewLabelRow, UpsertInput, Written>(session, {
		...NEW_LABELS,
		read: () => readNewLabelRows(context),
		resolve: async (rows) => await Promise.resolve(nameLabels(rows)),
		settleEarly: async (entries) => await compare(session, entries),
		calls: labelCalls(options.apiVersion, sender.send),
		complete: async (entries) => {
			const created = entries.filter(isCreated);
			await withDirections(session, created);
			await explainFull(session, created);
			await confirmInverses(session, entries.filter(isUpdated));
		},
		item: writtenJson,
		preview: (input) => writtenJson('typeId' in input ? input : { types: [] }, input),
	});
}

function isCreated(entry: UpsertEntry): entry is Entry<NewLabel, CreatedLabel> {
	return compared(entry.input).action === 'created';
}

function isUpdated(entry: UpsertEntry): entry is Entry<ChangedLabel, Written> {
	return compared(entry.input).action === 'updated';
}

/** Decides what to do for every label, and settles those that are as wanted. */
async function compare(session: Session, entries: readonly UpsertEntry[]): Promise<undefined> {
	const compareLabel = await readPresentLabels(session, entries);
	for (const entry of unsettled(entries)) {
		const comparison = compareLabel(entry.input);
		if (comparison.ok) decide(entry, comparison.value);
		else entry.outcome = comparison;
	}
}

function decide(entry: UpsertEntry, comparison: Comparison): void {
	const { input } = entry;
	if (comparison.is === 'absent') {
		entry.input = { ...input, action: 'created' };
	} else if (comparison.is === 'present') {
		entry.input = { ...input, action: 'unchanged' };
		entry.outcome = succeed(comparison.label);
	} else if (input.inverseLabel === undefined) {
		const [forward, ...others] = comparison.types;
		entry.input = { ...input, action: 'unchanged', leavesInverse: true };
		entry.outcome = succeed(
			others.length > 0
				? { types: [], wasThere: true }
				: { types: [forward], forward, wasThere: true },
		);
	} else if (comparison.types.length > 1) {
		const keys = comparison.types.map(associationTypeKey).join(', ');
		entry.outcome = invalid(
			`The account has more than one label "${shorten(input.label)}" of ${describePair(input.pair)} (${keys})`,
			"Use the 'Update' operation to change a specific one.",
		);
	} else {
		const [{ category, typeId }] = comparison.types;
		entry.input = { ...input, category, typeId, action: 'updated' };
	}
}

function labelCalls(version: ApiVersion, send: Send): Calls<UpsertInput, Written> {
	return {
		keyOf: (input) =>
			'typeId' in input ? `updated ${typeKeyOf(input)}` : `created ${pairKey(input.pair)}`,
		callFor: (input) =>
			'typeId' in input
				? updateLabelCall<ChangedLabel>(version, input.pair, send)
				: createLabelCall(version, input.pair, send),
	};
}

function writtenJson(value: Written, input: UpsertInput): IDataObject {
	const write = compared(input);
	const forward = 'typeId' in value ? value : undefined;
	const created = 'types' in value ? value : { types: [value], forward, wasThere: true as const };
	const json = labelJson(created, write);
	const isUnknown = 'leavesInverse' in write && write.leavesInverse;
	return { action: write.action, ...json, ...(isUnknown ? { inverseLabel: null } : {}) };
}
