import { byId, createAssociations } from '../../tools/hubSpotNode';
import { simulatorForAllTests } from '../support/simulator';
import { refusalOf } from './support/refusal';

/** Every message that a person can get for what they put in, word for word. */

const simulator = simulatorForAllTests();

afterEach(() => simulator.reset());

describe('a record ID', () => {
	it.each<[string, unknown, string]>([
		[
			'missing',
			undefined,
			"'From Record ID' is empty. Map the field that holds the record ID. This row has none.",
		],
		[
			'empty',
			'',
			"'From Record ID' is empty. Map the field that holds the record ID. This row has none.",
		],
		[
			'only spaces',
			'   ',
			"'From Record ID' is empty. Map the field that holds the record ID. This row has none.",
		],
		[
			'null',
			null,
			"'From Record ID' is empty. Map the field that holds the record ID. This row has none.",
		],
		[
			'with a space',
			'10 01',
			`'From Record ID' must be a record ID made of digits, but is "10 01". Copy the record ID from HubSpot, or paste the address of the record's page. For an email, a domain or another property, add 'From ID Property' under 'Options'.`,
		],
		[
			'beyond the exact numbers',
			2 ** 60,
			"'From Record ID' is a number too large to be exact: 1152921504606847000. Pass the ID as text: a number of this size has lost its last digits.",
		],
		[
			'negative',
			-5,
			"'From Record ID' must be a record ID, but is -5. Use a whole number above 0.",
		],
		[
			'a list',
			['1', '2'],
			"'From Record ID' must be one record ID, but is a list of 2. Map the field that holds the ID itself.",
		],
		[
			'the address of another object',
			'https://app.hubspot.com/contacts/62515/record/0-3/7001',
			"'From Record ID' links to a record of deals, not contacts. Paste the address of the right record, or change the object type.",
		],
		[
			'the address of a list of records',
			'https://app.hubspot.com/contacts/62515/objects/0-1/views/all/list',
			"'From Record ID' is a HubSpot address, but not the address of a record. Open the record in HubSpot and copy the address from there.",
		],
	])('%s', async (_, from, message) => {
		expect(await refusalOf(simulator, createAssociations(), { from, to: 5001 })).toMatchObject({
			message,
			writes: 0,
		});
	});
});

describe('an object type', () => {
	it.each<[string, unknown, string]>([
		[
			'a path',
			'../../x',
			`'From Object Type' must be the name or ID of an object, but is "../../x". Pick an object from the list, or enter its name or ID, such as contacts, 0-1 or 2-123.`,
		],
		['empty', '', "'From Object Type' is empty. Pick an object from the list."],
		[
			'a number',
			5,
			"'From Object Type' must be the name or ID of an object, but is 5. Pick an object from the list, or enter its name or ID, such as contacts, 0-1 or 2-123.",
		],
	])('%s', async (_, object, message) => {
		const parameters = createAssociations({ fromObjectType: byId('={{ $json.object }}') });
		expect(await refusalOf(simulator, parameters, { object, from: 1001, to: 5001 })).toMatchObject({
			message,
			writes: 0,
		});
	});

	it('that HubSpot does not know', async () => {
		const parameters = createAssociations({ fromObjectType: byId('gadgets') });
		expect(await refusalOf(simulator, parameters, { from: 1001, to: 5001 })).toMatchObject({
			message: expect.stringMatching(/^Unable to infer object type/),
			writes: 0,
		});
	});
});

describe('a label', () => {
	it.each<[string, unknown, string]>([
		[
			'that does not exist: those that do are named',
			'Boss',
			`There is no label "Boss" for contacts → companies (parameter 'Label Names or IDs'). Available: unlabeled (HUBSPOT_DEFINED:279), "Primary" (HUBSPOT_DEFINED:1), "Decision Maker" (USER_DEFINED:36), "Billing Contact" (USER_DEFINED:38).`,
		],
		[
			'of a category that does not exist',
			'MY_DEFINED:5',
			"'Label Names or IDs' uses the category MY_DEFINED, which HubSpot does not have. Use one of these: HUBSPOT_DEFINED, INTEGRATOR_DEFINED, USER_DEFINED, WORK.",
		],
		[
			'with a type ID that is not a number',
			'USER_DEFINED:abc',
			`'Label Names or IDs' must be a type ID between 1 and 2147483647, but is "abc". Write it as CATEGORY:typeId, such as USER_DEFINED:12, or pick it from the list.`,
		],
	])('%s', async (_, label, message) => {
		const parameters = createAssociations({ labels: '={{ $json.label }}' });
		expect(await refusalOf(simulator, parameters, { from: 1001, to: 5001, label })).toMatchObject({
			message,
			writes: 0,
		});
	});
});
