import type { IExecuteFunctions } from 'n8n-workflow';
import { isInternalName } from '../../hubspot/labels/internalNames';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import { shown } from '../../text';
import { DISPLAY_NAMES, OWN_LABEL_NAMES } from '../displayNames';
import { isEmpty, mustBe } from '../values/checks';
import { createPairReader, createValueReader, joined, readRows, type ReadRow } from './rows';
import { typeReaders, type TypeRow } from './typeRows';

/** What one item says about a label to create. */
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
	return readRows(
		context,
		joined({
			pair: createPairReader(context),
			label: createTextReader(context, 'label', (label) =>
				label === undefined
					? invalid(`'${DISPLAY_NAMES.label}' is empty`, 'Enter the text of the label.')
					: succeed(label),
			),
			inverseLabel: createTextReader(context, 'inverseLabel', succeed),
			internalName: createTextReader(context, 'internalName', internalNameIn),
		}),
	);
}

/** Reads the objects, the label and its new texts of every item. */
export function readLabelUpdateRows(context: IExecuteFunctions): Array<Outcome<LabelUpdateRow>> {
	const { associationType, label, inverseLabel } = OWN_LABEL_NAMES;
	const read = joined({
		...typeReaders(context, associationType),
		label: createTextReader(context, 'label', succeed, label),
		inverseLabel: createTextReader(context, 'inverseLabel', succeed, inverseLabel),
	});
	return readRows(context, (item) => {
		const row = read(item);
		const isChanged =
			!row.ok || row.value.label !== undefined || row.value.inverseLabel !== undefined;
		if (isChanged) return row;
		return invalid(
			`'${label}' and '${inverseLabel}' are both empty`,
			'Enter at least one of them.',
		);
	});
}

/** Reads text or a number; nothing but spaces counts as nothing. */
function createTextReader<Value>(
	context: IExecuteFunctions,
	name: 'label' | 'inverseLabel' | 'internalName',
	check: (text: string | undefined) => Outcome<Value>,
	parameter: string = DISPLAY_NAMES[name],
): ReadRow<Value> {
	const parse = (value: unknown) => {
		if (isEmpty(value)) return check(undefined);
		const isText = typeof value === 'string' || typeof value === 'number';
		return isText ? check(String(value).trim()) : mustBe(parameter, 'text', value);
	};
	return createValueReader(context, name, parse, parameter);
}

function internalNameIn(name: string | undefined): Outcome<string | undefined> {
	if (name === undefined || isInternalName(name)) return succeed(name);
	return invalid(
		`'${DISPLAY_NAMES.internalName}' must not contain a hyphen or begin with a digit, but is ${shown(name)}`,
		'Use letters and underscores, or leave it empty to have it derived from the label.',
	);
}
