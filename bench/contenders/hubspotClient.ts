import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import { ASSOCIATION_TYPE, batchesOf, stopwatch, type Contender } from './contender';

/** HubSpot's own Node client, one batch after the other, as its README shows it. */
export const hubspotClient: Contender = {
	name: 'hubspot-client',
	async run(rows, { url, token }) {
		const client = new Client({ accessToken: token, basePath: url });
		const types = [
			{
				associationCategory: Category.UserDefined,
				associationTypeId: ASSOCIATION_TYPE.typeId,
			},
		];
		const stop = stopwatch();
		let confirmed = 0;
		for (const { batch } of batchesOf(rows)) {
			const inputs = batch.map(({ from, to }) => ({ _from: { id: from }, to: { id: to }, types }));
			const created = await client.crm.associations.v4.batchApi.create('0-1', '0-2', { inputs });
			confirmed += created.results.length;
		}
		return { ...stop(), confirmed };
	},
};
