import type { IExecuteFunctions } from 'n8n-workflow';
import type { AssociationType } from '../../hubspot/model/associationTypes';
import { succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import { isStandardPair, type ObjectPair, type ObjectType } from '../../hubspot/model/objectTypes';
import type { IdProperties } from '../options/associationOptions';
import { DISPLAY_NAMES } from '../displayNames';
import { createLabelsParser, type LabelsAre, type NamedLabels } from '../values/labelLists';
import { createParameterReader } from '../expressions/parameterReader';
import { parsePropertyValue, parseRecordId } from '../values/recordId';
import { createPairReader, createValueReader, readRows } from './rows';

/** What one item says about a record whose associations to read. */
export interface FromRow {
	readonly pair: ObjectPair;
	/** The record's id. Where a property names the record, the property's value until it has been looked up. */
	readonly fromId: string;
}

/** What one item says about two records; their ids may be values of a property as in {@link FromRow}. */
export interface RecordRow extends FromRow {
	readonly toId: string;
}

/** What one item says about an association with labels. */
export interface AssociationRow extends RecordRow {
	readonly labels: readonly LabelReference[];
	/** The types of the labels, where the row already carries them; otherwise the account must be asked. */
	readonly types?: readonly AssociationType[];
}

/** Reads the first record of every item, and the object whose records it is associated with. */
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
	return readPairsOfRecords(context, properties, (pair, fromId, toId) =>
		succeed({ pair, fromId, toId }),
	);
}

/** Reads the two records and the labels of every item. */
export function readAssociationRows(
	context: IExecuteFunctions,
	properties: IdProperties,
	labelsAre: LabelsAre,
): Array<Outcome<AssociationRow>> {
	const labelsOf = createValueReader(context, 'labels', createLabelsParser(labelsAre));
	return readPairsOfRecords(context, properties, (pair, fromId, toId, item) => {
		const labels = labelsOf(item);
		if (!labels.ok) return labels;
		const { references } = labels.value;
		return succeed({ pair, fromId, toId, labels: references, types: typesIn(labels.value, pair) });
	});
}

function readPairsOfRecords<Row>(
	context: IExecuteFunctions,
	properties: IdProperties,
	rowOf: (pair: ObjectPair, fromId: string, toId: string, item: number) => Outcome<Row>,
): Array<Outcome<Row>> {
	const pairOf = createPairReader(context);
	const fromId = createRecordReader(context, 'fromRecordId', properties.from);
	const toId = createRecordReader(context, 'toRecordId', properties.to);
	return readRows(context, (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const from = fromId(item, pair.value.from);
		if (!from.ok) return from;
		const to = toId(item, pair.value.to);
		return to.ok ? rowOf(pair.value, from.value, to.value, item) : to;
	});
}

function createRecordReader(
	context: IExecuteFunctions,
	name: 'fromRecordId' | 'toRecordId',
	property: string | undefined,
): (item: number, objectType: ObjectType) => Outcome<string> {
	const reader = createParameterReader(context, name, '');
	const parameter = DISPLAY_NAMES[name];
	const option = DISPLAY_NAMES[name === 'fromRecordId' ? 'fromIdProperty' : 'toIdProperty'];
	return property === undefined
		? (item, objectType) => parseRecordId(reader.read(item), objectType, parameter, option)
		: (item) => parsePropertyValue(reader.read(item), property, parameter);
}

/** Returns the types, if known. Without labels the pair decides: HubSpot's own objects need none, others do. */
function typesIn({ references, types }: NamedLabels, pair: ObjectPair) {
	return references.length > 0 || isStandardPair(pair) ? types : undefined;
}
