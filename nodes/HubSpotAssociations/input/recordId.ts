import { fail, invalidInput, succeed, type Outcome } from '../hubspot/failure';
import {
	describeObjectType,
	parseObjectType,
	typeIdOf,
	type ObjectType,
} from '../hubspot/objectTypes';

/** Record ids are positive 64-bit integers: 19 digits at most. Seen in every HubSpot account. */
const RECORD_ID = /^0*([1-9]\d{0,18})$/;

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
	const plain = RECORD_ID.exec(text);
	if (plain) return succeed(plain[1]);
	if (HUBSPOT_URL.test(text)) return fromUrl(text, objectType, parameter);
	return refuse(
		`'${parameter}' must be a record ID made of digits, but is "${shorten(text)}"`,
		"Copy the record ID from HubSpot, or paste the address of the record's page.",
	);
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
	const id = match && RECORD_ID.exec(match[2])?.[1];
	if (!match || !id) {
		return refuse(
			`'${parameter}' is a HubSpot address, but not that of a record`,
			'Open the record in HubSpot and copy the address from there.',
		);
	}
	const found = parseObjectType(match[1]);
	if (found && isOtherObject(found, objectType)) {
		return refuse(
			`'${parameter}' is the address of a record of ${describeObjectType(found)}, but ${describeObjectType(objectType)} is wanted`,
			'Paste the address of the right record, or change the object type.',
		);
	}
	return succeed(id);
}

/** A custom object's name says nothing of its type id, so these two cannot be told apart. */
function isOtherObject(found: ObjectType, wanted: ObjectType): boolean {
	if (found.key === wanted.key) return false;
	const isUnknown = typeIdOf(wanted) === undefined && found.key.startsWith('2-');
	return !isUnknown;
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

const SHOWN_CHARACTERS = 60;

/** A value for a message: on one line, and not all of a long one. */
export function shorten(text: string): string {
	const oneLine = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
	return oneLine.length > SHOWN_CHARACTERS ? `${oneLine.slice(0, SHOWN_CHARACTERS)}…` : oneLine;
}

/** The kind of a value in words, for a message. */
export function kindOf(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
