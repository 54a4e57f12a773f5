import type { IExecuteFunctions } from 'n8n-workflow';
import type { AssociationType } from '../../hubspot/model/associationTypes';
import { succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import { isStandardPair, type ObjectPair, type ObjectType } from '../../hubspot/model/objectTypes';
import type { IdProperties } from '../options/associationOptions';
import { DISPLAY_NAMES } from '../displayNames';
import { createLabelsParser, type LabelsAre, type NamedLabels } from '../values/labelLists';
import { createPairReader } from './pairRows';
import { createParameterReader } from '../expressions/parameterReader';
import { parsePropertyValue } from '../values/propertyValue';
import { parseRecordId } from '../values/recordId';
import { readRows } from './rows';

/** What one item says about a record whose associations are wanted. */
export interface FromRow {
	readonly pair: ObjectPair;
	/** The record's id; where a property names the record its value, until it has been looked up. */
	readonly fromId: string;
}

/** What one item says about two records; their ids may be values of a property as in {@link FromRow}. */
export interface RecordRow extends FromRow {
	readonly toId: string;
}

/** What one item says about an association with labels. */
export interface AssociationRow extends RecordRow {
	readonly labels: readonly LabelReference[];
	/** What the labels mean, where the row tells it by itself; otherwise the account must be asked. */
	readonly types?: readonly AssociationType[];
}

/** Reads the first record of every item, and the objects whose associations are meant. */
export function readFromRows(
	context: IExecuteFunctions,
	properties: IdProperties,
): Array<Outcome<FromRow>> {
	const pairOf = createPairReader(context);
	const fromId = createRecordReader(context, 'fromRecordId', properties.from);
	return readRows(context, (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const from = fromId(item, pair.value.from);
		return from.ok ? succeed({ pair: pair.value, fromId: from.value }) : from;
	});
}

/** Reads the two records of every item. */
export function readRecordRows(
	context: IExecuteFunctions,
	properties: IdProperties,
): Array<Outcome<RecordRow>> {
	const pairOf = createPairReader(context);
	const fromId = createRecordReader(context, 'fromRecordId', properties.from);
	const toId = createRecordReader(context, 'toRecordId', properties.to);
	return readRows(context, (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const from = fromId(item, pair.value.from);
		if (!from.ok) return from;
		const to = toId(item, pair.value.to);
		return to.ok ? succeed({ pair: pair.value, fromId: from.value, toId: to.value }) : to;
	});
}

/** Reads the two records and the labels of every item. */
export function readAssociationRows(
	context: IExecuteFunctions,
	properties: IdProperties,
	labelsAre: LabelsAre,
): Array<Outcome<AssociationRow>> {
	const pairOf = createPairReader(context);
	const fromId = createRecordReader(context, 'fromRecordId', properties.from);
	const toId = createRecordReader(context, 'toRecordId', properties.to);
	const labelsOf = createLabelsReader(context, labelsAre);
	return readRows(context, (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const from = fromId(item, pair.value.from);
		if (!from.ok) return from;
		const to = toId(item, pair.value.to);
		if (!to.ok) return to;
		const labels = labelsOf(item);
		if (!labels.ok) return labels;
		return succeed({
			pair: pair.value,
			fromId: from.value,
			toId: to.value,
			labels: labels.value.references,
			types: typesToldBy(labels.value, pair.value),
		});
	});
}

function createRecordReader(
	context: IExecuteFunctions,
	name: 'fromRecordId' | 'toRecordId',
	property: string | undefined,
): (item: number, objectType: ObjectType) => Outcome<string> {
	const reader = createParameterReader(context, name, '');
	const parameter = DISPLAY_NAMES[name];
	return property === undefined
		? (item, objectType) => parseRecordId(reader.read(item), objectType, parameter)
		: (item) => parsePropertyValue(reader.read(item), property, parameter);
}

function createLabelsReader(
	context: IExecuteFunctions,
	labelsAre: LabelsAre,
): (item: number) => Outcome<NamedLabels> {
	const reader = createParameterReader(context, 'labels', []);
	const parse = createLabelsParser(labelsAre);
	if (!reader.isConstant) return (item) => parse(reader.read(item));
	const labels = parse(reader.read(0));
	return () => labels;
}

/** Without labels the pair decides: HubSpot's own objects have a call for it, others a type of their own. */
function typesToldBy({ references, types }: NamedLabels, pair: ObjectPair) {
	return references.length > 0 || isStandardPair(pair) ? types : undefined;
}
