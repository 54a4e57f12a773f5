import type { INodeParameters } from 'n8n-workflow';
import { byId, writeLimits } from '../../../tools/hubSpotNode';
import type { Example } from './example';

const DECISION_MAKER = { __rl: true, mode: 'label', value: 'Decision Maker' } as const;

function limitRun(operation: string, further: INodeParameters): INodeParameters {
	return writeLimits(operation, {
		fromObjectType: byId('contacts'),
		toObjectType: byId('companies'),
		associationType: { ...DECISION_MAKER },
		maxToObjectIds: 2,
		...further,
	});
}

/** docs/limits.md. */
export const LIMIT_EXAMPLES: Example[] = [
	{
		shows: 'a new limit',
		parameters: limitRun('create', {}),
		rows: [{}],
		items: 'limit create',
	},
	{
		shows: 'a limit that is changed',
		parameters: limitRun('update', {
			associationType: byId('HUBSPOT_DEFINED:279'),
			maxToObjectIds: 3,
		}),
		rows: [{}],
		items: 'limit update',
	},
	{
		shows: 'the plan of a sync',
		prepare: ({ account }) => account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5),
		parameters: limitRun('sync', { options: { dryRun: true } }),
		rows: [{}],
		items: 'limit sync plan',
	},
	{
		shows: 'a limit of the account with its objects',
		prepare: ({ account }) => account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5),
		parameters: limitRun('getAll', {
			scope: 'all',
			returnAll: true,
			options: { nameObjects: true },
		}),
		rows: [{}],
		items: 'limit getAll named',
	},
	{
		shows: 'a record near its limit',
		prepare: ({ account }) => {
			account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
			for (const id of ['5001', '5002', '5003', '5004']) {
				account.associate('contacts', 'companies', '1001', id);
			}
		},
		parameters: limitRun('getUsage', { scope: 'pair' }),
		rows: [{}],
		items: 'limit usage',
	},
];
