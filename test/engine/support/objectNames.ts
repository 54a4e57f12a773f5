/** The objects of contacts → companies, as every item shows them. */
export const CONTACTS_TO_COMPANIES = {
	fromObjectType: 'contacts',
	toObjectType: 'companies',
	fromObjectTypeId: '0-1',
	toObjectTypeId: '0-2',
};
