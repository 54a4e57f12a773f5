import type { Account } from './Account';
import type { Properties } from './Records';

/** What {@link seedAccount} puts into an account. Ids of each kind are consecutive from `firstId`. */
export const SEED = {
	contacts: { count: 300, firstId: 1001 },
	companies: { count: 120, firstId: 5001 },
	deals: { count: 80, firstId: 7001 },
	tickets: { count: 40, firstId: 8001 },
	cars: { objectTypeId: '2-77', count: 50, firstId: 9001 },
} as const;

const FIRST_NAMES = 'Aoife Bruno Chiara Deniz Emeka Farah Greta Hugo Ines Jonas'.split(' ');
const LAST_NAMES = 'Murphy Silva Rossi Kaya Okafor Haddad Lindqvist Moreau Costa Weber'.split(' ');
const COMPANY_WORDS = 'Harbour Granite Willow Copper Lantern Summit Meadow Anchor'.split(' ');
const COMPANY_KINDS = 'Logistics Foods Software Partners Energy'.split(' ');

/** A small account to try things on: records with plausible names, a custom object, some labels. */
export function seedAccount(account: Account): void {
	account.addObjectType({
		objectTypeId: SEED.cars.objectTypeId,
		name: 'cars',
		labels: { singular: 'Car', plural: 'Cars' },
		uniqueProperties: ['vin'],
	});
	account.addRecords('contacts', SEED.contacts.count, SEED.contacts.firstId, contact);
	account.addRecords('companies', SEED.companies.count, SEED.companies.firstId, company);
	account.addRecords('deals', SEED.deals.count, SEED.deals.firstId, (index) => ({
		dealname: `Deal ${index + 1}`,
	}));
	account.addRecords('tickets', SEED.tickets.count, SEED.tickets.firstId, (index) => ({
		subject: `Ticket ${index + 1}`,
	}));
	const { objectTypeId, count, firstId } = SEED.cars;
	account.addRecords(objectTypeId, count, firstId, (index) => ({
		vin: `SIMVIN${String(index + 1).padStart(8, '0')}`,
	}));
	addLabels(account);
}

function addLabels(account: Account): void {
	account.addLabel('contacts', 'companies', {
		label: 'Decision Maker',
		inverseLabel: 'Decided By',
		typeId: 36,
		inverseTypeId: 37,
	});
	account.addLabel('contacts', 'companies', {
		label: 'Billing Contact',
		typeId: 38,
		inverseTypeId: 39,
	});
	account.addLabel('contacts', 'deals', {
		label: 'Champion',
		typeId: 40,
		inverseTypeId: 41,
	});
	account.addLabel('contacts', 'contacts', {
		label: 'Manager',
		inverseLabel: 'Report',
		typeId: 42,
		inverseTypeId: 43,
	});
	account.addLabel('contacts', 'contacts', { label: 'Colleague', typeId: 44 });
	account.addLabel('contacts', SEED.cars.objectTypeId, {
		label: 'Driver',
		inverseLabel: 'Driven By',
		typeId: 45,
		inverseTypeId: 46,
	});
}

function contact(index: number): Properties {
	const firstname = FIRST_NAMES[index % FIRST_NAMES.length];
	const lastname = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length];
	const email = `${firstname}.${lastname}.${index + 1}@example.com`.toLowerCase();
	return { firstname, lastname, email };
}

function company(index: number): Properties {
	const word = COMPANY_WORDS[index % COMPANY_WORDS.length];
	const kind = COMPANY_KINDS[Math.floor(index / COMPANY_WORDS.length) % COMPANY_KINDS.length];
	const domain = `${word}-${kind}-${index + 1}.example.com`.toLowerCase();
	return { name: `${word} ${kind} ${index + 1}`, domain };
}
