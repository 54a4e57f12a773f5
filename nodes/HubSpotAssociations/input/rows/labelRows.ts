import type { IExecuteFunctions } from 'n8n-workflow';
import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import { isInternalName } from '../../hubspot/labels/internalName';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../displayNames';
import { createPairReader } from './pairRows';
import { createParameterReader } from '../expressions/parameterReader';
import { kindOf, shorten } from '../values/shown';
import { readRows } from './rows';
import { createTypeRowReader, type TypeRow } from './typeRows';

/** What one item says about a label that is to be made. */
export interface NewLabelRow {
	readonly pair: ObjectPair;
	readonly label: string;
	readonly inverseLabel?: string;
	/** Absent: derived from the label. */
	readonly internalName?: string;
}

/** What one item says about the new texts of a label; at least one of them is there. */
export interface LabelUpdateRow extends TypeRow {
	readonly label?: string;
	readonly inverseLabel?: string;
}

/** Reads the objects and the texts of a new label of every item. */
export function readNewLabelRows(context: IExecuteFunctions): Array<Outcome<NewLabelRow>> {
	const pairOf = createPairReader(context);
	const textsOf = createTextsReader(context);
	const name = createParameterReader(context, 'internalName', '');
	return readRows(context, (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const texts = textsOf(item);
		if (!texts.ok) return texts;
		const { label, inverseLabel } = texts.value;
		if (label === undefined) {
			return refuse(`'${DISPLAY_NAMES.label}' is empty`, 'Write how the label reads.');
		}
		const internalName = parseInternalName(name.read(item));
		if (!internalName.ok) return internalName;
		return succeed({ pair: pair.value, label, inverseLabel, internalName: internalName.value });
	});
}

/** Reads the objects, the label and its new texts of every item. */
export function readLabelUpdateRows(context: IExecuteFunctions): Array<Outcome<LabelUpdateRow>> {
	const typeOf = createTypeRowReader(context);
	const textsOf = createTextsReader(context);
	return readRows(context, (item) => {
		const row = typeOf(item);
		if (!row.ok) return row;
		const texts = textsOf(item);
		if (!texts.ok) return texts;
		if (texts.value.label === undefined && texts.value.inverseLabel === undefined) {
			return refuse(
				`'${DISPLAY_NAMES.label}' and '${DISPLAY_NAMES.inverseLabel}' are both empty`,
				'Write the new text of at least one of them.',
			);
		}
		return succeed({ ...row.value, ...texts.value });
	});
}

interface Texts {
	readonly label?: string;
	readonly inverseLabel?: string;
}

function createTextsReader(context: IExecuteFunctions): (item: number) => Outcome<Texts> {
	const labels = createParameterReader(context, 'label', '');
	const inverses = createParameterReader(context, 'inverseLabel', '');
	return (item) => {
		const label = parseText(labels.read(item), DISPLAY_NAMES.label);
		if (!label.ok) return label;
		const inverseLabel = parseText(inverses.read(item), DISPLAY_NAMES.inverseLabel);
		if (!inverseLabel.ok) return inverseLabel;
		return succeed({ label: label.value, inverseLabel: inverseLabel.value });
	};
}

/** Text or a number; nothing but spaces counts as nothing. */
function parseText(value: unknown, parameter: string): Outcome<string | undefined> {
	if (value === undefined || value === null) return succeed(undefined);
	if (typeof value !== 'string' && typeof value !== 'number') {
		return refuse(`'${parameter}' must be text, but is ${kindOf(value)}`);
	}
	return succeed(String(value).trim() || undefined);
}

function parseInternalName(value: unknown): Outcome<string | undefined> {
	const name = parseText(value, DISPLAY_NAMES.internalName);
	if (!name.ok || name.value === undefined || isInternalName(name.value)) return name;
	return refuse(
		`'${DISPLAY_NAMES.internalName}' must not contain a hyphen or begin with a digit, but is "${shorten(name.value)}"`,
		'Use letters and underscores, or leave it empty to have it made from the label.',
	);
}

function refuse(message: string, advice?: string) {
	return fail(invalidInput(message, advice));
}
