import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedAccount, type Account, type Simulator } from '../../../simulator';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';

/** What every operation finds in the account, unless it is one that makes it. */
export function seedOutputs(account: Account): void {
	seedAccount(account);
	account.associate('contacts', 'companies', '1001', '5001', ['Billing Contact']);
	for (const company of ['5001', '5002', '5003', '5004']) {
		account.associate('contacts', 'companies', '1002', company);
	}
	for (const company of ['5001', '5002', '5003', '5004', '5005']) {
		account.associate('contacts', 'companies', '1003', company);
	}
	account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
	account.setLimit('contacts', 'companies', 'USER_DEFINED', 38, 4);
}

/** Values that suit every operation. */
const PARAMETERS: INodeParameters = {
	fromObjectType: byId('contacts'),
	toObjectType: byId('companies'),
	fromRecordId: '={{ $json.contact }}',
	toRecordId: '={{ $json.company }}',
	labels: ['Billing Contact'],
	associationType: byId('Billing Contact'),
	maxToObjectIds: 3,
	label: 'Advisor',
	inverseLabel: 'Advised by',
	internalName: 'advisor',
	userId: 7,
	returnAll: true,
};

const NEW_PAIR = { contact: '1004', company: '5004' };
const PRESENT_PAIR = { contact: '1001', company: '5001' };

const DECISION_MAKER: INodeParameters = {
	labels: ['Decision Maker'],
	associationType: byId('Decision Maker'),
};

/** Where the common parameters or the records that are associated do not do. */
const SPECIAL: Readonly<Record<string, { further?: INodeParameters; items?: IDataObject[] }>> = {
	'association create': { items: [NEW_PAIR] },
	'association sync': { further: DECISION_MAKER, items: [PRESENT_PAIR, NEW_PAIR] },
	'associationLimit create': { further: DECISION_MAKER },
};

/** The items that an operation gives for rows that are done, in n8n's engine. */
export async function outputsOf(
	simulator: Simulator,
	resource: string,
	operation: string,
): Promise<IDataObject[]> {
	if (operation === 'applyPlan') {
		const plan = await run(simulator, 'association', 'sync', { options: { dryRun: true } });
		return await run(simulator, resource, operation, {}, plan);
	}
	return await run(simulator, resource, operation);
}

async function run(
	simulator: Simulator,
	resource: string,
	operation: string,
	given: INodeParameters = {},
	rows?: IDataObject[],
): Promise<IDataObject[]> {
	const { further = {}, items = [PRESENT_PAIR] } = SPECIAL[`${resource} ${operation}`] ?? {};
	const { items: outputs, errorItems } = await runHubSpotNode({
		simulator,
		parameters: { ...PARAMETERS, resource, operation, ...further, ...given },
		items: rows ?? items,
	});
	expect(errorItems).toEqual([]);
	expect(outputs).not.toEqual([]);
	return outputs.map(({ json }) => json);
}
