import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups, spreadOutcomes } from '../../batching/plan';
import { fail, invalidInput, succeed, type Outcome } from '../../hubspot/failure';
import { createLabelCall, type NewLabel } from '../../hubspot/newLabels';
import { describePair, pairKey } from '../../hubspot/objectTypes';
import { shorten } from '../../hubspot/shorten';
import { readNewLabelRows, type NewLabelRow } from '../../input/labelRows';
import { newLabelTexts } from '../../parameters/labelTexts';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import { checkRows } from '../checkRows';
import { finish, stopAtInvalidRow, type RowDetails } from '../output';
import { previewSettled, refuseContradictions } from '../sendPlan';
import type { Session } from '../session';
import { createLabels } from './createLabels';
import { nameLabels } from './names';

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

/** Makes the label of every item, one request a label; one whose answer was lost is never made twice. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { options, sender } = session;
	const rows = await checkRows(session, readNewLabelRows(session.context));
	const inputs = nameLabels(rows);
	stopAtInvalidRow(session, inputs);
	const plan = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: ({ label }) => label,
		merge: mergeLabels,
	});
	const checked = refuseContradictions(session, inputs, plan);
	const works = plan.groups
		.filter(({ entries }) => entries.length > 0)
		.map(({ entries }) => ({
			call: createLabelCall(options.apiVersion, entries[0].input.pair, async (request) => {
				return await sender.send(request);
			}),
			entries,
		}));
	const settled = options.dryRun
		? previewSettled(session, works)
		: await createLabels(session, works);
	return finish(session, spreadOutcomes(checked, plan, settled), newLabelDetails(rows), plan);
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
