import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import {
	describeObjectType,
	mayBeOneObject,
	parseObjectType,
	type ObjectType,
} from '../../hubspot/model/objectTypes';
import { kindOf, shorten } from './shown';

const DIGITS = /^\d+$/;

/** An id that needs no second look: most are so, and there may be a million of them. */
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
 */
export function parseRecordId(
	value: unknown,
	objectType: ObjectType,
	parameter: string,
): Outcome<string> {
	if (typeof value === 'string' && USUAL_ID.test(value)) return succeed(value);
	if (typeof value === 'number') return fromNumber(value, parameter);
	if (value === undefined || value === null) return missing(parameter);
	if (typeof value !== 'string') {
		return refuse(
			`'${parameter}' must be one record ID, but is ${kindOf(value)}`,
			'Drag in the field that holds the ID itself.',
		);
	}
	const text = value.trim();
	if (text === '') return missing(parameter);
	if (DIGITS.test(text)) return fromDigits(text, parameter);
	if (HUBSPOT_URL.test(text)) return fromUrl(text, objectType, parameter);
	return refuse(
		`'${parameter}' must be a record ID made of digits, but is "${shorten(text)}"`,
		COPY_THE_ID,
	);
}

function fromDigits(text: string, parameter: string): Outcome<string> {
	const id = recordIdIn(text);
	if (id !== undefined) return succeed(id);
	return refuse(
		`'${parameter}' must be a record ID between 1 and ${LARGEST_RECORD_ID}, but is "${shorten(text)}"`,
		COPY_THE_ID,
	);
}

/** The id without leading zeros; undefined when no record can have it. */
function recordIdIn(digits: string): string | undefined {
	const id = digits.replace(/^0+/, '');
	if (id.length < LARGEST_LENGTH) return id === '' ? undefined : id;
	return id.length === LARGEST_LENGTH && BigInt(id) <= LARGEST_RECORD_ID ? id : undefined;
}

function fromNumber(value: number, parameter: string): Outcome<string> {
	if (Number.isSafeInteger(value) && value > 0) return succeed(String(value));
	if (Number.isInteger(value) && value > 0) {
		return refuse(
			`'${parameter}' is a number too large to be exact: ${value}`,
			'Hand the ID over as text: a number of this size has lost its last digits.',
		);
	}
	return refuse(
		`'${parameter}' must be a record ID, but is ${value}`,
		'Hand over a whole number above 0.',
	);
}

function fromUrl(url: string, objectType: ObjectType, parameter: string): Outcome<string> {
	const match = RECORD_URL.exec(url);
	const id = match ? recordIdIn(match[2]) : undefined;
	if (!match || !id) {
		return refuse(
			`'${parameter}' is a HubSpot address, but not that of a record`,
			'Open the record in HubSpot and copy the address from there.',
		);
	}
	const found = parseObjectType(match[1]);
	if (found && !mayBeOneObject(found, objectType)) {
		return refuse(
			`'${parameter}' is the address of a record of ${describeObjectType(found)}, but ${describeObjectType(objectType)} is wanted`,
			'Paste the address of the right record, or change the object type.',
		);
	}
	return succeed(id);
}

function missing(parameter: string): Outcome<string> {
	return refuse(
		`'${parameter}' is empty`,
		'Drag in the field that holds the record ID; this row has none.',
	);
}

function refuse(message: string, advice?: string): Outcome<string> {
	return fail(invalidInput(message, advice));
}
