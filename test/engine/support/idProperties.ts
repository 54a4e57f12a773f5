import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import { associationRun } from './associations';

/** The parameters of create for rows { from: email, to: domain }. */
export function byEmailAndDomain(
	further: INodeParameters = {},
	options: IDataObject = {},
): INodeParameters {
	return associationRun('create', {
		...further,
		options: { fromIdProperty: 'email', toIdProperty: 'domain', ...options } as INodeParameters,
	});
}

export function emailOf({ account }: Simulator, contactId: number): string {
	return String(account.records('contacts').get(String(contactId))?.email);
}

export function domainOf({ account }: Simulator, companyId: number): string {
	return String(account.records('companies').get(String(companyId))?.domain);
}
