import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import { runHubSpotNode, type RunHubSpotNode } from '../../../tools/hubSpotNode';
import { associationRun } from './associations';

export const DECISION_MAKER = 'USER_DEFINED:36';
export const BILLING = 'USER_DEFINED:38';
export const PRIMARY = 'HUBSPOT_DEFINED:1';

/** What sync may also do. */
export const deleting = { deleteUnlisted: true };

/** The parameters of sync for rows { from, to, labels } of contacts and companies. */
export function syncAssociations(
	options: INodeParameters = {},
	further: INodeParameters = {},
): INodeParameters {
	return associationRun('sync', { labels: '={{ $json.labels }}', options, ...further });
}

/** The parameters of applyPlan, which reads the items as they are. */
export function applyPlan(options: INodeParameters = {}): INodeParameters {
	return { resource: 'association', operation: 'applyPlan', options };
}

/** Labels of associations by their records, such as `1001>5001`; none: unlabeled. */
export type Associations = Readonly<Record<string, readonly string[]>>;

/** Associates contacts with companies in the account, as if it had been so before. */
export function hold({ account }: Simulator, associations: Associations): void {
	for (const [records, labels] of Object.entries(associations)) {
		const [contact, company] = records.split('>');
		account.associate('contacts', 'companies', contact, company, [...labels]);
	}
}

/** The associations of contacts with companies in the account. */
export function held({ account }: Simulator): Associations {
	return Object.fromEntries(
		account
			.associations('contacts', 'companies')
			.map(({ fromObjectId, toObjectId, labels }) => [`${fromObjectId}>${toObjectId}`, labels]),
	);
}

export function rows(associations: Associations): IDataObject[] {
	return Object.entries(associations).map(([records, labels]) => {
		const [from, to] = records.split('>');
		return { from, to, labels: [...labels] };
	});
}

/** Runs sync; what came out for each row, short: `created 1001>5001 Decision Maker <- nothing`. */
export async function synced(
	simulator: Simulator,
	wanted: Associations | IDataObject[],
	options: INodeParameters = {},
	run: Partial<RunHubSpotNode> = {},
) {
	const items = Array.isArray(wanted) ? wanted : rows(wanted as Associations);
	const ended = await runHubSpotNode({
		simulator,
		parameters: syncAssociations(options),
		items,
		...run,
	});
	return { ...ended, done: ended.items.map(short), refused: ended.errorItems.map(reason) };
}

function short({ json }: INodeExecutionData): string {
	const { action, fromObjectId, toObjectId, labels, previousLabels } = json;
	const records = `${String(fromObjectId)}>${String(toObjectId)}`;
	return `${String(action)} ${records}: ${texts(previousLabels)} -> ${texts(labels)}`;
}

function texts(labels: unknown): string {
	return labels === null ? 'none' : `[${(labels as string[]).join()}]`;
}

function reason({ json }: INodeExecutionData): string {
	return String(json.message);
}
