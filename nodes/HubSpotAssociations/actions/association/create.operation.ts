import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import type { Work } from '../../batching/dispatch';
import { planGroups, type Group } from '../../batching/plan';
import {
	createAssociationsCall,
	createUnlabeledCall,
	type Association,
	type AssociationInput,
} from '../../hubspot/associations/associations';
import { recordPairKey } from '../../hubspot/associations/matchResults';
import { keep } from '../../lists';
import { createBatchKeys } from '../../hubspot/model/recordPair';
import type { ApiVersion } from '../../hubspot/api/versions';
import { readIdProperties } from '../../input/options/associationOptions';
import { readAssociationRows } from '../../input/rows/associationRows';
import {
	checkLimits,
	existingLabels,
	fromIdProperty,
	toIdProperty,
} from '../../parameters/associationOptions';
import { labels } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import { recordIds } from '../../parameters/recordIds';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow } from '../run/output';
import { sendPlan } from '../run/sendPlan';
import type { Session } from '../run/session';
import { associationDetails } from './details';
import { readExistingUse, useExisting } from './readBeforeCreate';
import { findRecords } from './records';
import { resolveTypes, withTypesOfBoth } from './resolveLabels';

export const option = {
	name: 'Create',
	value: 'create',
	description: 'Associate the two records of every item, with or without labels',
	action: 'Create associations',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['association'], operation: [option.value] } },
	[
		...objectTypes,
		...recordIds,
		labels,
		batchOptions(checkLimits, existingLabels, fromIdProperty, toIdProperty),
	],
);

/** Associates the two records of every item: as few requests as possible, an outcome for each item. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const existing = readExistingUse(session);
	const { inputs, detailsOf } = await readInputs(session);
	const batchKey = createBatchKeys();
	const planned = planGroups(inputs, {
		groupKey: (input) => batchKey(input),
		inputKey: ({ fromId, toId }) => recordPairKey(fromId, toId),
		merge: withTypesOfBoth,
	});
	const plan = await useExisting(session, planned, existing);
	const works = plan.groups.flatMap((group) => worksOf(group, session.options.apiVersion));
	const outcomes = await sendPlan(session, inputs, plan, works, (association) => association);
	return finish(session, outcomes, detailsOf, plan);
}

/** The inputs of all items, and what each was about; the rows as they were read are not kept. */
async function readInputs(session: Session) {
	const properties = readIdProperties(session.context, session.options.values);
	const rows = await checkRows(
		session,
		readAssociationRows(session.context, properties, 'optional'),
	);
	const labeled = await resolveTypes(session, rows);
	stopAtInvalidRow(session, labeled);
	const inputs = await findRecords(session, labeled, properties);
	stopAtInvalidRow(session, inputs);
	return { inputs, detailsOf: associationDetails(rows, inputs, properties) };
}

/** Inputs with types and inputs without go to different endpoints. */
function worksOf(
	{ entries }: Group<AssociationInput>,
	version: ApiVersion,
): Array<Work<AssociationInput, Association>> {
	if (entries.length === 0) return [];
	const { pair } = entries[0].input;
	const labeled = keep(entries, ({ input }) => input.types.length > 0);
	const unlabeled = keep(entries, ({ input }) => input.types.length === 0);
	return [
		{ call: createAssociationsCall(version, pair), entries: labeled },
		{ call: createUnlabeledCall(version, pair), entries: unlabeled },
	].filter((work) => work.entries.length > 0);
}
