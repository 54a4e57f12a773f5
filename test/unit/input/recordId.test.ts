import fc from 'fast-check';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { parseRecordId } from '../../../nodes/HubSpotAssociations/input/values/recordId';
import { countOf } from '../../counts';

const NAME = 'From Record ID';

function parse(value: unknown, objectType = 'contacts') {
	const type = parseObjectType(objectType);
	if (!type) throw new TypeError(`${objectType} is no object type`);
	const outcome = parseRecordId(value, type, NAME);
	return outcome.ok ? outcome.value : `${outcome.failure.message}. ${outcome.failure.advice}`;
}

it.each(['ada@example.com', 'example.com'])('says how to use %s instead of an ID', (value) => {
	const contacts = parseObjectType('contacts');
	if (!contacts) throw new TypeError('contacts are no object type');
	expect(parseRecordId(value, contacts, NAME, 'From ID Property')).toMatchObject({
		failure: {
			message: `'From Record ID' must be a record ID made of digits, but is "${value}"`,
			advice:
				"Copy the record ID from HubSpot, or paste the address of the record's page. For an email, a domain or another property, add 'From ID Property' under 'Options'.",
		},
	});
});

it.each([
	['12345', '12345'],
	[12345, '12345'],
	['  12345\n', '12345'],
	['00123', '123'],
	['9007199254740993', '9007199254740993'],
	['9223372036854775807', '9223372036854775807'],
	[Number.MAX_SAFE_INTEGER, '9007199254740991'],
])('reads %p', (value, id) => {
	expect(parse(value)).toBe(id);
});

describe('the address of a record', () => {
	it.each([
		['https://app.hubspot.com/contacts/123/record/0-1/456'],
		['https://app.hubspot.com/contacts/123/record/0-1/456/view/1?x=/9'],
		['https://app-eu1.hubspot.com/contacts/123/record/0-1/456'],
		['https://app.hubspot.com/contacts/123/record/0-1/456/'],
		['https://app.hubspot.com/contacts/123/contact/456'],
		['HTTPS://APP.HUBSPOT.COM/contacts/123/contact/456#top'],
	])('%s', (url) => {
		expect(parse(url)).toBe('456');
	});

	it('may be of a custom object that the node knows by name only', () => {
		expect(parse('https://app.hubspot.com/contacts/123/record/2-77/456', 'p123_car')).toBe('456');
		expect(parse('https://app.hubspot.com/contacts/123/record/2-77/456', '2-77')).toBe('456');
	});

	it("may be of an object of HubSpot's that the node does not know", () => {
		expect(
			parse('https://app.hubspot.com/contacts/1/record/0-19/456', 'feedback_submissions'),
		).toBe('456');
	});

	it.each([
		['https://app.hubspot.com/contacts/123/record/0-2/456', 'contacts', 'companies', 'contacts'],
		['https://app.hubspot.com/contacts/123/company/456', '0-1', 'companies', 'contacts'],
		['https://app.hubspot.com/contacts/123/record/2-77/456', '2-78', '2-77', '2-78'],
		['https://app.hubspot.com/contacts/123/record/0-1/456', 'p123_car', 'contacts', 'p123_car'],
	])('%s is refused for %s', (url, objectType, found, wanted) => {
		expect(parse(url, objectType)).toBe(
			`'From Record ID' links to a record of ${found}, not ${wanted}. Paste the address of the right record, or change the object type.`,
		);
	});

	it.each([
		['https://app.hubspot.com/contacts/123/objects/0-1/views/all/list'],
		['https://app.hubspot.com/'],
		['https://app.hubspot.com/contacts/123/record/0-1/000'],
	])('is not %s', (url) => {
		expect(parse(url)).toBe(
			"'From Record ID' is a HubSpot address, but not the address of a record. Open the record in HubSpot and copy the address from there.",
		);
	});
});

const COPY = "Copy the record ID from HubSpot, or paste the address of the record's page.";
const EMPTY =
	"'From Record ID' is empty. Map the field that holds the record ID. This row has none.";

it.each([
	[undefined, EMPTY],
	[null, EMPTY],
	['', EMPTY],
	[' \t ', EMPTY],
	['10 01', `'From Record ID' must be a record ID made of digits, but is "10 01". ${COPY}`],
	['-1', `'From Record ID' must be a record ID made of digits, but is "-1". ${COPY}`],
	['1.5', `'From Record ID' must be a record ID made of digits, but is "1.5". ${COPY}`],
	['1e5', `'From Record ID' must be a record ID made of digits, but is "1e5". ${COPY}`],
	[
		'https://evil.example/contacts/1/record/0-1/4?hubspot.com/',
		`'From Record ID' must be a record ID made of digits, but is "https://evil.example/contacts/1/record/0-1/4?hubspot.com/". ${COPY}`,
	],
	[
		'0',
		`'From Record ID' must be a record ID between 1 and 9223372036854775807, but is "0". ${COPY}`,
	],
	[
		'000',
		`'From Record ID' must be a record ID between 1 and 9223372036854775807, but is "000". ${COPY}`,
	],
	[
		'9223372036854775808',
		`'From Record ID' must be a record ID between 1 and 9223372036854775807, but is "9223372036854775808". ${COPY}`,
	],
	[
		'12345678901234567890',
		`'From Record ID' must be a record ID between 1 and 9223372036854775807, but is "12345678901234567890". ${COPY}`,
	],
	[0, "'From Record ID' must be a record ID, but is 0. Use a whole number above 0."],
	[-1, "'From Record ID' must be a record ID, but is -1. Use a whole number above 0."],
	[1.5, "'From Record ID' must be a record ID, but is 1.5. Use a whole number above 0."],
	[Number.NaN, "'From Record ID' must be a record ID, but is NaN. Use a whole number above 0."],
	[
		2 ** 53,
		"'From Record ID' is a number too large to be exact: 9007199254740992. Pass the ID as text: a number of this size has lost its last digits.",
	],
	[
		{ id: 1 },
		"'From Record ID' must be one record ID, but is an object. Map the field that holds the ID itself.",
	],
	[
		['1', '2'],
		"'From Record ID' must be one record ID, but is a list of 2. Map the field that holds the ID itself.",
	],
	[
		true,
		"'From Record ID' must be one record ID, but is a boolean. Map the field that holds the ID itself.",
	],
])('says of %p what is wrong', (value, message) => {
	expect(parse(value)).toBe(message);
});

it('shows a long text shortened, on one line', () => {
	expect(parse(`a\n\u202e${'x'.repeat(500)}`)).toContain(`but is "a ${'x'.repeat(58)}…"`);
});

it('gives an ID or a reason for any value', () => {
	const near = fc.stringMatching(/^https:\/\/app\.hubspot\.com\/[a-z0-9/?#-]{0,40}$/);
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), near), (value) => {
			const text = parse(value);
			expect(text).toMatch(/^([1-9]\d{0,18}$|'From Record ID' )/);
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
