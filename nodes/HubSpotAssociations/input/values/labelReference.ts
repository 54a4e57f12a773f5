import {
	ASSOCIATION_CATEGORIES,
	INT32_MAX,
	isAssociationCategory,
} from '../../hubspot/model/associationTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import { shorten } from '../../text';
import { mustBe } from './checks';

/** USER_DEFINED:279, with the category in capitals so that a label such as "Role: buyer" is not one. */
const CATEGORY_AND_ID = /^([A-Z][A-Z_]*):\s*(\S*)$/;

const DIGITS = /^\d+$/;

/**
 * Reads the labels of a row: a list, or text separated by commas; each one CATEGORY:typeId, a
 * bare type id, or a label's name. An empty value gives an empty list.
 */
export function parseLabels(value: unknown, parameter: string): Outcome<LabelReference[]> {
	if (value === undefined || value === null) return succeed([]);
	const entries: unknown[] = Array.isArray(value)
		? value
		: typeof value === 'string'
			? value.split(',')
			: [value];
	const labels: LabelReference[] = [];
	for (const entry of entries) {
		if (typeof entry === 'string' && entry.trim() === '') continue;
		const label = parseLabelReference(entry, parameter);
		if (!label.ok) return label;
		labels.push(label.value);
	}
	return succeed(labels);
}

/** Reads one association type: CATEGORY:typeId, a bare type id, or a label's name. */
export function parseLabelReference(value: unknown, parameter: string): Outcome<LabelReference> {
	if (typeof value === 'number') return bareTypeId(value, String(value), parameter);
	if (typeof value !== 'string') {
		const advice = "Use a label's name, a type ID or CATEGORY:typeId.";
		return mustBe(parameter, 'an association type', value, advice);
	}
	const text = value.trim();
	if (text === '') return invalid(`'${parameter}' is empty`, 'Pick an association type.');
	if (DIGITS.test(text)) return bareTypeId(Number(text), text, parameter);
	const typed = CATEGORY_AND_ID.exec(text);
	if (!typed) return succeed({ kind: 'name', name: text });
	const [, category, id] = typed;
	if (!isAssociationCategory(category)) {
		return invalid(
			`'${parameter}' uses the category ${shorten(category)}, which HubSpot does not have`,
			`Use one of these: ${ASSOCIATION_CATEGORIES.join(', ')}.`,
		);
	}
	const typeId = parseTypeId(DIGITS.test(id) ? Number(id) : Number.NaN, id, parameter);
	return typeId.ok ? succeed({ kind: 'type', type: { category, typeId: typeId.value } }) : typeId;
}

function bareTypeId(value: number, text: string, parameter: string): Outcome<LabelReference> {
	const typeId = parseTypeId(value, text, parameter);
	return typeId.ok ? succeed({ kind: 'typeId', typeId: typeId.value }) : typeId;
}

function parseTypeId(value: number, text: string, parameter: string): Outcome<number> {
	const isTypeId = Number.isInteger(value) && value >= 1 && value <= INT32_MAX;
	return isTypeId ? succeed(value) : refuseTypeId(text, parameter);
}

function refuseTypeId(text: string, parameter: string) {
	return mustBe(
		parameter,
		`a type ID between 1 and ${INT32_MAX}`,
		text,
		'Write it as CATEGORY:typeId, such as USER_DEFINED:12, or pick it from the list.',
	);
}
