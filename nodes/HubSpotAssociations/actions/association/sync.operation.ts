import type { INodeExecutionData } from 'n8n-workflow';
import {
	readExistingLabels,
	readIdProperties,
	type IdProperties,
} from '../../input/options/associationOptions';
import { readNumberOption, readSwitch } from '../../input/options/runOptions';
import { readAssociationRows, type AssociationRow } from '../../input/rows/associationRows';
import {
	checkLimits,
	deleteUnlistedAssociations,
	existingLabels,
	fromIdProperty,
	maxDeletions,
	recordIds,
	toIdProperty,
} from '../../parameters/associations';
import { labels } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Outcome } from '../../outcome';
import { stopAtInvalidRow } from '../run/failures';
import type { Session } from '../run/session';
import { compared } from '../run/writeOperation';
import { writeRows } from '../run/writeRows';
import { changeCalls, type Changed, type ChangeInput } from './changes';
import { changeJson } from './changeJson';
import { associationsOf } from './details';
import { findRecords } from './records';
import { resolveTypes, withTypesOfBoth } from './resolveLabels';
import { planSync, type SyncSettings } from './syncRows';
import { identifyUnlabeled } from './unlabeled';
import { doubtsOf, type Doubts } from './unlisted';

export const option = {
	name: 'Sync',
	value: 'sync',
	description: 'Make the associations in HubSpot match the items, for all records that they list',
	action: 'Sync associations',
};

export const description = {
	parameters: [...objectTypes, ...recordIds, labels],
	options: [
		...batchOptions,
		checkLimits,
		deleteUnlistedAssociations,
		existingLabels,
		fromIdProperty,
		maxDeletions,
		toIdProperty,
	],
};

/** Makes the associations of every record in the items match the items, by sending only what differs. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const settings = readSettings(session);
	const properties = readIdProperties(context, options.values);
	let doubts: Doubts = { records: 'all', associations: new Set() };
	return await writeRows<AssociationRow, ChangeInput, Changed>(session, {
		...associationsOf(properties),
		read: () => readAssociationRows(context, properties, 'optional'),
		resolve: async (rows) => {
			const { labeled, found } = await resolve(session, rows, properties);
			doubts = doubtsOf(rows, labeled, found, properties);
			return found;
		},
		merge: withTypesOfBoth,
		settleEarly: async (entries) => await planSync(session, entries, settings, doubts),
		calls: changeCalls(session),
		item: (changed, input) => changeJson(session, compared(input), changed),
		preview: (input) => changeJson(session, compared(input)),
	});
}

async function resolve(
	session: Session,
	rows: ReadonlyArray<Outcome<AssociationRow>>,
	properties: IdProperties,
) {
	const labeled = await identifyUnlabeled(session, await resolveTypes(session, rows));
	stopAtInvalidRow(session, labeled);
	return { labeled, found: await findRecords(session, labeled, properties) };
}

function readSettings({ context, options: { values } }: Session): SyncSettings {
	return {
		keepsLabels: readExistingLabels(context, values) === 'keep',
		checksLimits: readSwitch(context, values, 'checkLimits'),
		deletesUnlisted: readSwitch(context, values, 'deleteUnlisted'),
		maxDeletions: readNumberOption(context, values, 'maxDeletions'),
	};
}
