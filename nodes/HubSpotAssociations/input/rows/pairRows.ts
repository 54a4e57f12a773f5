import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outcome } from '../../outcome';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { locatorValue } from '../values/locator';
import { createPairs } from '../values/objectPair';
import { createParameterReader } from '../expressions/parameterReader';
import { readRows } from './rows';

/** Reads the two object types of an item; items with the same two share one pair. */
export function createPairReader(
	context: IExecuteFunctions,
): (itemIndex: number) => Outcome<ObjectPair> {
	const from = createParameterReader(context, 'fromObjectType', '');
	const to = createParameterReader(context, 'toObjectType', '');
	const pairOf = createPairs();
	return (item) => pairOf(locatorValue(from.read(item)), locatorValue(to.read(item)));
}

/** Reads the two object types of every item. */
export function readPairRows(context: IExecuteFunctions): Array<Outcome<ObjectPair>> {
	return readRows(context, createPairReader(context));
}
