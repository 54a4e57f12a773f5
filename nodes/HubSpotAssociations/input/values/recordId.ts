import { invalid, succeed, type Outcome } from '../../outcome';
import {
	describeObjectType,
	mayBeOneObject,
	parseObjectType,
	type ObjectType,
} from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../displayNames';
import { isEmpty, mustBe } from './checks';

const DIGITS = /^\d+$/;

/** An id that needs no second look: nearly all are like this, and rows can number in the millions. */
const USUAL_ID = /^[1-9]\d{0,17}$/;

/** Record ids are positive 64-bit integers. Seen in every HubSpot account. */
const LARGEST_RECORD_ID = 9_223_372_036_854_775_807n;

const LARGEST_LENGTH = String(LARGEST_RECORD_ID).length;

const COPY_THE_ID = "Copy the record ID from HubSpot, or paste the address of the record's page.";

const HUBSPOT_URL = /^https?:\/\/([a-z0-9-]+\.)*hubspot\.com\//i;

/** …/contacts/PORTAL/record/0-1/ID, and the older …/contacts/PORTAL/contact/ID. */
const RECORD_URL =
	/^https?:\/\/(?:[a-z0-9-]+\.)*hubspot\.com\/contacts\/\d+\/(?:record\/)?([A-Za-z0-9_-]+)\/(\d+)(?:[/?#].*)?$/i;

/**
 * Reads the id of a record: a whole number, the same as text, or the address of the record's page
 * in HubSpot.
 * @param objectType the object that the record must be of
 * @param parameter the display name of the parameter, for messages
 * @param idProperty the display name of the option with which it takes another property's value, if it has one
 */
export function parseRecordId(
	value: unknown,
	objectType: ObjectType,
	parameter: string,
	idProperty?: string,
): Outcome<string> {
	if (typeof value === 'string' && USUAL_ID.test(value)) return succeed(value);
	if (typeof value === 'number') return fromNumber(value, parameter);
	if (isEmpty(value)) return missing(parameter, 'record ID');
	if (typeof value !== 'string') {
		const advice = 'Map the field that holds the ID itself.';
		return mustBe(parameter, 'one record ID', value, advice);
	}
	const text = value.trim();
	if (HUBSPOT_URL.test(text)) return fromUrl(text, objectType, parameter);
	const isNumber = DIGITS.test(text);
	const id = isNumber ? recordIdIn(text) : undefined;
	if (id !== undefined) return succeed(id);
	if (isNumber) {
		return mustBe(parameter, `a record ID between 1 and ${LARGEST_RECORD_ID}`, text, COPY_THE_ID);
	}
	const otherwise = idProperty
		? ` For an email, a domain or another property, add '${idProperty}' under '${DISPLAY_NAMES.options}'.`
		: '';
	return mustBe(parameter, 'a record ID made of digits', text, COPY_THE_ID + otherwise);
}

/** Returns the id without leading zeros; undefined when no record can have it. */
function recordIdIn(digits: string): string | undefined {
	const id = digits.replace(/^0+/, '');
	if (id.length < LARGEST_LENGTH) return id === '' ? undefined : id;
	return id.length === LARGEST_LENGTH && BigInt(id) <= LARGEST_RECORD_ID ? id : undefined;
}

function fromNumber(value: number, parameter: string): Outcome<string> {
	if (Number.isSafeInteger(value) && value > 0) return succeed(String(value));
	if (!Number.isInteger(value) || value <= 0) {
		return mustBe(parameter, 'a record ID', value, 'Use a whole number above 0.');
	}
	return invalid(
		`'${parameter}' is a number too large to be exact: ${value}`,
		'Pass the ID as text: a number of this size has lost its last digits.',
	);
}

function fromUrl(url: string, objectType: ObjectType, parameter: string): Outcome<string> {
	const match = RECORD_URL.exec(url);
	const id = match ? recordIdIn(match[2]) : undefined;
	if (!match || !id) {
		return invalid(
			`'${parameter}' is a HubSpot address, but not the address of a record`,
			'Open the record in HubSpot and copy the address from there.',
		);
	}
	const found = parseObjectType(match[1]);
	if (!found || mayBeOneObject(found, objectType)) return succeed(id);
	return invalid(
		`'${parameter}' links to a record of ${describeObjectType(found)}, not ${describeObjectType(objectType)}`,
		'Paste the address of the right record, or change the object type.',
	);
}

/**
 * Reads the value of the property that identifies a record: text, or a number as text.
 * @param property the internal name of the property
 * @param parameter the display name of the parameter, for messages
 */
export function parsePropertyValue(
	value: unknown,
	property: string,
	parameter: string,
): Outcome<string> {
	if (typeof value === 'number' && Number.isFinite(value)) return succeed(String(value));
	if (isEmpty(value)) return missing(parameter, `record's ${property}`);
	if (typeof value === 'string') return succeed(value.trim());
	return mustBe(parameter, `one value of the property ${property}`, value);
}

function missing(parameter: string, what: string) {
	return invalid(
		`'${parameter}' is empty`,
		`Map the field that holds the ${what}. This row has none.`,
	);
}
