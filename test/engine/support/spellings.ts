import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { BehaviourOptions, Simulator } from '../../../simulator';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';

/** Spellings that HubSpot accepts for one object: documented ones, and some that no source names. */
export const MANY_SPELLINGS: BehaviourOptions = {
	customObjectBareNames: true,
	furtherObjectNames: { '0-8': ['lineitems'], '0-101': ['payments'] },
};

/** Every row names the object that it goes to. */
export const toSpelled: INodeParameters = { toObjectType: byId('={{ $json.object }}') };

/** Two spellings of the simulator's custom object. */
export const CARS = ['2-77', 'p62515_cars'];

/** A contact and a car. */
export const RECORDS = { from: 1001, to: 9001 };

/** What the rows gave: items that are done, and the messages of those that are not. */
export async function runRows(
	simulator: Simulator,
	parameters: INodeParameters,
	rows: IDataObject[],
) {
	const { items, errorItems } = await runHubSpotNode({ simulator, parameters, items: rows });
	return {
		done: items.map(({ json }) => json),
		refused: errorItems.map(({ json }) => json.message),
	};
}

/** Limits contacts towards an object, by the unlabeled type and by a label; gives both types. */
export function limitTowards({ account }: Simulator, object: string): string[] {
	const [unlabeled] = account.labels('contacts', object);
	const label = account.addLabel('contacts', object, { label: 'Watched' });
	return [unlabeled, label].map(({ category, typeId }) => {
		account.setLimit('contacts', object, category, typeId, 5);
		return `${category}:${typeId}`;
	});
}
