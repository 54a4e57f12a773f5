import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../displayNames';
import { createParameterReader } from '../expressions/parameterReader';
import { shown } from '../values/shown';
import { wholeNumberIn } from '../values/wholeNumber';

/**
 * The most results of a whole run, read from the first item; Infinity for all.
 * @throws NodeOperationError when 'Limit' is no whole number of at least 1
 */
export function readResultLimit(context: IExecuteFunctions): number {
	if (createParameterReader(context, 'returnAll', false).read(0) === true) return Infinity;
	const value = createParameterReader(context, 'limit').read(0);
	const limit = wholeNumberIn(value);
	if (limit !== undefined && limit >= 1) return limit;
	throw new NodeOperationError(
		context.getNode(),
		`'${DISPLAY_NAMES.limit}' must be a whole number of at least 1, but is ${shown(value)}`,
		{ description: `Write how many results you want, or turn on '${DISPLAY_NAMES.returnAll}'.` },
	);
}
