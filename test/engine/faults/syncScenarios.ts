import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { planItem } from '../support/planItem';
import {
	associateAll,
	BILLING_CONTACT,
	FROM_IDS,
	ITEMS,
	labelsOf,
	recordCall,
	RECORDS,
	removal,
	TO_IDS,
} from './associationScenarios';
import { ALL_ROWS, type Scenario } from './scenario';

/** Companies of the four contacts that no row lists. */
const UNLISTED = ['5011', '5012', '5013', '5014'];

const labelsChanged: Omit<Scenario, 'target'> = {
	resource: 'association',
	operation: 'sync',
	parameters: { ...RECORDS, labels: [BILLING_CONTACT] },
	items: ITEMS,
	seed: associateAll(['Decision Maker']),
	stateOf: labelsOf,
	shape: 'batch',
	names: FROM_IDS,
};

function labelsBetween(account: Account, from: string, to: string): unknown {
	const of = account.associations('contacts', 'companies');
	const found = of.find((one) => one.fromObjectId === from && one.toObjectId === to);
	return found?.labels ?? null;
}

/** First the four deletions, then the four rows. */
function toldOf({ json }: INodeExecutionData): number {
	const { fromObjectId, toObjectId } = (json.error ?? json) as IDataObject;
	const isDeletion = UNLISTED.includes(String(toObjectId));
	return FROM_IDS.indexOf(String(fromObjectId)) + (isDeletion ? 0 : FROM_IDS.length);
}

export const syncScenarios: readonly Scenario[] = [
	{
		...labelsChanged,
		variant: 'reading what the contacts have',
		target: recordCall('read'),
	},
	{ ...labelsChanged, variant: 'labels changed', target: recordCall('create') },
	{
		...labelsChanged,
		variant: 'labels taken away',
		parameters: { ...RECORDS, labels: [] },
		target: recordCall('labels/archive'),
		isMute: true,
		...removal,
	},
	{
		...labelsChanged,
		variant: 'Delete Unlisted: four associations deleted; beside them the four rows',
		options: { deleteUnlisted: true },
		seed: (account) => {
			FROM_IDS.forEach((from, row) =>
				account.associate('contacts', 'companies', from, UNLISTED[row], ['Decision Maker']),
			);
		},
		target: recordCall('archive'),
		sentAs: UNLISTED,
		stateOf: (account, row) =>
			labelsBetween(account, FROM_IDS[row % 4], [...UNLISTED, ...TO_IDS][row]),
		beside: { outcomeOf: toldOf, isSentAfter: false },
		isMute: true,
		...removal,
		readBackRows: ALL_ROWS,
	},
	{
		...labelsChanged,
		operation: 'applyPlan',
		parameters: {},
		items: ITEMS.map(({ from, to }) => planItem(from, to)),
		seed: undefined,
		target: recordCall('create'),
	},
];
