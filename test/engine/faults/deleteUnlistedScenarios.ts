import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { batchCall, ITEMS, LIMIT, maximumOf, TYPES, type LimitType } from './limitScenarios';
import { ALL_ROWS, type Scenario } from './scenario';

/** Types of labels whose limits no row names. */
const UNLISTED: readonly LimitType[] = [60, 62, 64, 66].map((typeId) => ({
	category: 'USER_DEFINED',
	typeId,
}));

const UNLISTED_MAXIMUM = 4;

/** Of the first two rows, so that two limits are updated and two are created. */
const MAXIMUMS_BEFORE = [8, 5];

const OPTIONS: INodeParameters = { deleteUnlisted: true };

function seed(account: Account): void {
	MAXIMUMS_BEFORE.forEach((maximum, row) => {
		const { category, typeId } = TYPES[row];
		account.setLimit('contacts', 'companies', category, typeId, maximum);
	});
	for (const { category, typeId } of UNLISTED) {
		const label = `Sponsor ${typeId}`;
		account.addLabel('contacts', 'companies', { label, typeId, inverseTypeId: typeId + 1 });
		account.setLimit('contacts', 'companies', category, typeId, UNLISTED_MAXIMUM);
	}
}

/** Which of the limits an item tells of; a deletion stands with the first row, all else with its own. */
function toldOf({ json, pairedItem }: INodeExecutionData, limits: readonly LimitType[]): number {
	const { typeId } = (json.error ?? json) as IDataObject;
	const row = TYPES.findIndex((type) => type.typeId === typeId);
	const { item } = pairedItem as { item: number };
	return item === Math.max(row, 0) ? limits.findIndex((type) => type.typeId === typeId) : -1;
}

/** A sync of eight limits in one run; the fault meets the first four. */
function syncOf(
	met: readonly LimitType[],
	others: readonly LimitType[],
	isSentAfter: boolean,
): Omit<Scenario, 'variant' | 'target'> {
	const limits = [...met, ...others];
	return {
		resource: 'associationLimit',
		operation: 'sync',
		parameters: LIMIT,
		options: OPTIONS,
		items: ITEMS,
		seed,
		shape: 'batch',
		names: met.map(({ typeId }) => String(typeId)),
		stateOf: (account, index) => maximumOf(account, limits[index]),
		beside: { outcomeOf: (item) => toldOf(item, limits), isSentAfter },
	};
}

const UPDATED_FIRST = 'the updates go first, and they alone meet it';

/** Sync with 'Delete Unlisted' where it has everything to do: it deletes, then updates, then creates. */
export const deleteUnlistedScenarios: readonly Scenario[] = [
	{
		...syncOf(UNLISTED, TYPES, true),
		variant: 'Delete Unlisted: four limits deleted; beside them the four rows',
		target: batchCall('purge'),
		isMute: true,
		readBackRows: ALL_ROWS,
		repeatedRows: ALL_ROWS,
	},
	{
		...syncOf(TYPES, UNLISTED, false),
		variant: 'Delete Unlisted: two rows updated and two created; beside them the four deletions',
		target: batchCall('(create|update)'),
		readBackRows: ALL_ROWS,
		repeatedRows: [0, 1],
		exceptions: {
			'401 for good': { marks: '✗✗∅∅', why: UPDATED_FIRST },
			'307 to another host': { marks: '✗✗∅∅', why: UPDATED_FIRST },
			'429 DAILY': { marks: '✗⟳✗⟳∅⟳∅⟳', why: UPDATED_FIRST },
			'477, Retry-After an hour': { marks: '✗⟳✗⟳∅⟳∅⟳', why: UPDATED_FIRST },
			'503 once, no retry': { marks: '?⟳?⟳✓✓', why: UPDATED_FIRST },
			'connection lost after the change, then 429 DAILY': { marks: '?⟳?⟳∅⟳∅⟳', why: UPDATED_FIRST },
		},
	},
];
