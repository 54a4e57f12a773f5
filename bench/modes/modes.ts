import type { INodeParameters } from 'n8n-workflow';
import { createAssociations, writeLimits } from '../../tools/hubSpotNode';
import { ASSOCIATION_TYPE } from '../contenders/contender';
import { makeEmailRows, makeRows } from '../rows';
import {
	addLimitedLabels,
	associateAll,
	CHANGED_EVERY,
	countLabeled,
	countLimits,
	FIRST_TYPE_ID,
	LABEL,
	limitRecords,
	MAXIMUM,
	OTHER_LABEL,
	REFUSED_EVERY,
} from './accounts';
import * as associations from './floors/associations';
import { syncLimits } from './floors/limits';
import type { Mode, ModeRow } from './mode';

const ROWS = 100_000;
const LIMITS = 5_000;

/** So high that only the work itself takes time; the scripts know no limit either. */
const UNLIMITED_RATE = 1_000_000;

/** An id that no company has. */
const MISSING = '9';

const labels = { labels: [`${ASSOCIATION_TYPE.category}:${ASSOCIATION_TYPE.typeId}`] };

const usual = {
	rows: ROWS,
	rowsOf: makeRows,
	done: countLabeled(LABEL),
	confirms: ({ toObjectId }, { to }) => toObjectId === to,
	floor: associations.create,
} satisfies Partial<Mode>;

/** The ways in which people use the node, in the order in which they are shown. */
export const MODES: readonly Mode[] = [
	{ ...usual, name: 'create', title: 'Create', parameters: create() },
	{
		...usual,
		name: 'keep',
		title: 'Create, existing labels kept',
		parameters: create({ existingLabels: 'keep' }),
		seed: associateAll(() => [OTHER_LABEL]),
		done: countLabeled(LABEL, OTHER_LABEL),
		floor: associations.keep,
	},
	{
		...usual,
		name: 'checkLimits',
		title: 'Create, limits checked',
		parameters: create({ checkLimits: true }),
		seed: limitRecords,
		floor: associations.checkLimits,
	},
	{
		...usual,
		name: 'byEmail',
		title: 'Create, contacts by email',
		rowsOf: makeEmailRows,
		parameters: create({ fromIdProperty: 'email' }),
		floor: associations.createByEmail,
	},
	{
		...usual,
		name: 'errorOutput',
		title: 'Create with an error output, none refused',
		parameters: create(),
		onError: 'continueErrorOutput',
	},
	{
		...usual,
		name: 'refused',
		title: 'Create, one in ten refused',
		rowsOf: (count) =>
			makeRows(count).map((row, index) => (isRefused(index) ? withMissing(row, index) : row)),
		parameters: create(),
		done: (account, rows) => countLabeled(LABEL)(account) + Math.ceil(rows / REFUSED_EVERY),
		confirms: (json, { to }) =>
			to.startsWith(MISSING) ? json.error !== undefined : json.toObjectId === to,
	},
	{
		...usual,
		name: 'getAll',
		title: 'Get Many',
		parameters: association('getAll', {}, { returnAll: true }),
		seed: associateAll(() => [LABEL]),
		floor: associations.getAll,
	},
	{
		...usual,
		name: 'delete',
		title: 'Delete',
		parameters: association('delete'),
		seed: associateAll(() => [LABEL]),
		done: (account, rows) => rows - countLabeled(LABEL)(account),
		confirms: ({ deleted }) => deleted === true,
		floor: associations.archive,
	},
	{
		...usual,
		name: 'removeLabels',
		title: 'Remove Labels',
		parameters: association('removeLabels', {}, labels),
		seed: associateAll(() => [LABEL, OTHER_LABEL]),
		done: countLabeled(OTHER_LABEL),
		floor: associations.archiveLabels,
	},
	{
		...usual,
		name: 'sync',
		title: 'Sync, one in a hundred changed',
		parameters: association('sync', {}, labels),
		seed: associateAll((row) => [row % CHANGED_EVERY === 0 ? OTHER_LABEL : LABEL]),
		floor: associations.sync,
	},
	{
		name: 'limitSync',
		title: 'Sync of limits',
		rows: LIMITS,
		rowsOf: (count) =>
			Array.from({ length: count }, (_, row) => ({
				type: `USER_DEFINED:${FIRST_TYPE_ID + row}`,
				maximum: String(MAXIMUM),
			})),
		parameters: writeLimits('sync', { options: { requestsPerTenSeconds: UNLIMITED_RATE } }),
		behaviour: { labelsPerPair: LIMITS },
		seed: addLimitedLabels,
		done: countLimits,
		confirms: ({ maxToObjectIds }, { maximum }) => String(maxToObjectIds) === maximum,
		floor: syncLimits,
	},
	{
		...usual,
		name: 'behind',
		title: 'Create, IDs from a node before the last',
		parameters: {
			...create(),
			fromRecordId: "={{ $('Sheet').item.json.from }}",
			toRecordId: "={{ $('Sheet').item.json.to }}",
		},
		nodesBetween: 1,
	},
];

/** @throws RangeError when there is no such mode */
export function modeCalled(name: string): Mode {
	const mode = MODES.find((one) => one.name === name);
	if (mode) return mode;
	throw new RangeError(`No mode is called ${name}`);
}

function association(
	operation: string,
	options: INodeParameters = {},
	further: INodeParameters = {},
): INodeParameters {
	return createAssociations({
		operation,
		options: { requestsPerTenSeconds: UNLIMITED_RATE, ...options },
		...further,
	});
}

function create(options: INodeParameters = {}): INodeParameters {
	return association('create', options, labels);
}

function isRefused(row: number): boolean {
	return row % REFUSED_EVERY === 0;
}

function withMissing(row: ModeRow, index: number): ModeRow {
	return { ...row, to: `${MISSING}${index}` };
}
