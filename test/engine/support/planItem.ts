import type { IDataObject } from 'n8n-workflow';

/** What a dry run of sync gives for an association to create, as it stands in the docs. */
export function planItem(
	fromObjectId: string,
	toObjectId: string,
	further: IDataObject = {},
): IDataObject {
	const shown = {
		action: 'created',
		fromObjectTypeId: '0-1',
		fromObjectId,
		toObjectTypeId: '0-2',
		toObjectId,
		labels: ['Billing Contact'],
		previousLabels: null,
		...further,
	};
	const plan = { ...shown, labels: { 'USER_DEFINED:38': 'Billing Contact' }, ...further };
	return { ...shown, plan: JSON.stringify(plan) };
}
