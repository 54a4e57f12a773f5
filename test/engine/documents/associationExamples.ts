import type { Simulator } from '../../../simulator';
import { associationRun } from '../support/associations';
import { syncAssociations } from '../support/syncAssociations';
import type { Example } from './example';

const ROW = [{ from: 1001, to: 5001 }];

function isDecisionMaker({ account }: Simulator): void {
	account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
}

/** README.md and docs/associations.md. */
export const ASSOCIATION_EXAMPLES: Example[] = [
	{
		shows: 'rows that are associated, merged and refused',
		parameters: associationRun('create', {
			fromRecordId: '={{ $json.contact }}',
			toRecordId: '={{ $json.company }}',
			labels: '={{ $json.role }}',
		}),
		rows: 'create rows',
		items: 'create done',
		errorItems: 'create refused',
		summary: 'create summary',
	},
	{
		shows: 'rows by email and domain',
		parameters: associationRun('create', {
			fromRecordId: '={{ $json.email }}',
			toRecordId: '={{ $json.domain }}',
			options: { fromIdProperty: 'email', toIdProperty: 'domain' },
		}),
		rows: 'lookup rows',
		items: 'lookup done',
		errorItems: 'lookup refused',
	},
	{
		shows: 'a label that is kept beside a new one',
		prepare: isDecisionMaker,
		parameters: associationRun('create', {
			labels: 'Billing Contact',
			options: { existingLabels: 'keep' },
		}),
		rows: ROW,
		items: 'labels kept',
	},
	{
		shows: 'a row that is refused for a limit',
		prepare: (simulator) => {
			isDecisionMaker(simulator);
			simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 2);
		},
		parameters: associationRun('create', { options: { checkLimits: true } }),
		rows: [
			{ from: 1001, to: 5001 },
			{ from: 1001, to: 5002 },
			{ from: 1001, to: 5003 },
		],
		errorItems: 'limit check refused',
	},
	{
		shows: 'a deletion',
		prepare: isDecisionMaker,
		parameters: associationRun('delete'),
		rows: ROW,
		items: 'delete done',
	},
	{
		shows: 'the associations of a record',
		prepare: isDecisionMaker,
		parameters: associationRun('getAll', { returnAll: true }),
		rows: ROW,
		items: 'get many done',
	},
	{
		shows: 'a label that is removed',
		prepare: isDecisionMaker,
		parameters: associationRun('removeLabels', { labels: 'Decision Maker' }),
		rows: ROW,
		items: 'remove labels done',
	},
	{
		shows: 'a sync that changes and deletes',
		prepare: (simulator) => {
			isDecisionMaker(simulator);
			simulator.account.associate('contacts', 'companies', '1001', '5009');
		},
		parameters: syncAssociations({ deleteUnlisted: true }, { labels: 'Billing Contact' }),
		rows: ROW,
		items: 'sync done',
		summary: 'sync summary',
	},
	{
		shows: 'the plan of a sync of associations',
		prepare: isDecisionMaker,
		parameters: syncAssociations({ dryRun: true }, { labels: 'Billing Contact' }),
		rows: ROW,
		items: 'sync plan',
	},
];
