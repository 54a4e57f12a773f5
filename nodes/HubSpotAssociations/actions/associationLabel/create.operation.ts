import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups, spreadOutcomes, withoutEntries, type Entry } from '../../batching/plan';
import { fail, invalidInput, succeed, type Failure, type Outcome } from '../../outcome';
import type { NewLabel } from '../../hubspot/labels/newLabels';
import { describePair, pairKey } from '../../hubspot/model/objectTypes';
import { shorten } from '../../text';
import { readNewLabelRows, type NewLabelRow } from '../../input/rows/labelRows';
import { newLabelTexts } from '../../parameters/labelTexts';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow, type RowDetails } from '../run/output';
import { refuseContradictions } from '../run/sendPlan';
import type { Session } from '../run/session';
import { settleLabels } from './createLabels';
import { nameLabels } from './names';
import { findPresentLabels, type PresentLabels } from './presentLabels';

export const option = {
	name: 'Create',
	value: 'create',
	description: 'Make a label, or a pair of labels that read differently from each side',
	action: 'Create association labels',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['associationLabel'], operation: [option.value] } },
	[...objectTypes, ...newLabelTexts, writeOptions()],
);

/** Creates the label of every item, one request a label, unless the account has it already. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const rows = await checkRows(session, readNewLabelRows(session.context));
	const inputs = nameLabels(rows);
	stopAtInvalidRow(session, inputs);
	const planned = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: ({ label }) => label,
		merge: mergeLabels,
	});
	refuseContradictions(session, inputs, planned);
	const present = await findPresentLabels(session, planned);
	const plan = withoutEntries(planned, failuresOf(present));
	const checked = refuseContradictions(session, inputs, plan);
	const settled = await settleLabels(session, plan, present);
	return finish(session, spreadOutcomes(checked, plan, settled), newLabelDetails(rows), plan);
}

function failuresOf(present: PresentLabels): Map<Entry<NewLabel>, Failure> {
	const failures = new Map<Entry<NewLabel>, Failure>();
	for (const [entry, outcome] of present) if (!outcome.ok) failures.set(entry, outcome.failure);
	return failures;
}

function mergeLabels(present: NewLabel, added: NewLabel): Outcome<NewLabel> {
	if (present.inverseLabel === added.inverseLabel && present.name === added.name) {
		return succeed(present);
	}
	return fail(
		invalidInput(
			`The label "${shorten(present.label)}" of ${describePair(present.pair)} is wanted in different ways`,
			'Leave one item for each label, or make them the same.',
		),
	);
}

function newLabelDetails(rows: ReadonlyArray<Outcome<NewLabelRow>>): (index: number) => RowDetails {
	return (index) => {
		const row = rows[index];
		if (!row.ok) return {};
		const { pair, label, inverseLabel } = row.value;
		return {
			fromObjectType: pair.from.spelling,
			toObjectType: pair.to.spelling,
			label,
			inverseLabel,
		};
	};
}
