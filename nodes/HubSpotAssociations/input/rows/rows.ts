import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { invalid, succeed, type Outcome } from '../../outcome';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import type { ParameterName } from '../displayNames';
import { createParameterReader, locatorValue } from '../expressions/parameterReader';
import { createPairs } from '../values/objectPair';

/** Reads what one item says. */
export type ReadRow<Row> = (itemIndex: number) => Outcome<Row>;

/** Reads each item on its own: an expression that n8n cannot resolve fails that item alone. */
export function readRows<Row>(context: IExecuteFunctions, read: ReadRow<Row>): Array<Outcome<Row>> {
	return context.getInputData().map((_, itemIndex) => {
		try {
			return read(itemIndex);
		} catch (error) {
			if (!(error instanceof NodeOperationError)) {
				throw new NodeOperationError(context.getNode(), error as Error, { itemIndex });
			}
			return invalid(error.message, error.description ?? undefined);
		}
	});
}

/**
 * Reads one parameter of an item; a constant is parsed once.
 * @param parameter its display name, where the operation shows it under another one than most do
 */
export function createValueReader<Value>(
	context: IExecuteFunctions,
	name: ParameterName,
	parse: (value: unknown) => Outcome<Value>,
	parameter?: string,
): ReadRow<Value> {
	const reader = createParameterReader(context, name, '', parameter);
	if (!reader.isConstant) return (item) => parse(reader.read(item));
	const value = parse(reader.read(0));
	return () => value;
}

/** Reads several values of an item into one row; the first that fails is the row's failure. */
export function joined<Row extends object>(readers: {
	readonly [Name in keyof Row]: ReadRow<Row[Name]>;
}): ReadRow<Row> {
	const names = Object.keys(readers) as Array<keyof Row>;
	return (item) => {
		const row: Partial<Row> = {};
		for (const name of names) {
			const value = readers[name](item);
			if (!value.ok) return value;
			row[name] = value.value;
		}
		return succeed(row as Row);
	};
}

/** Reads the two object types of an item; items with the same two share one pair. */
export function createPairReader(context: IExecuteFunctions): ReadRow<ObjectPair> {
	const from = createParameterReader(context, 'fromObjectType', '');
	const to = createParameterReader(context, 'toObjectType', '');
	const pairOf = createPairs();
	return (item) => pairOf(locatorValue(from.read(item)), locatorValue(to.read(item)));
}

/** Reads the two object types of every item. */
export function readPairRows(context: IExecuteFunctions): Array<Outcome<ObjectPair>> {
	return readRows(context, createPairReader(context));
}
