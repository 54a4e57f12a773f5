import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../displayNames';
import { shown } from '../values/shown';

/**
 * Reads an option that is on or off; off where it is not set. A text such as "true" is neither:
 * whoever asks for a dry run must not get a real one.
 * @throws NodeOperationError when it is neither
 */
export function readSwitch(
	context: IExecuteFunctions,
	options: IDataObject,
	name: 'checkLimits' | 'deleteUnlisted' | 'dryRun',
): boolean {
	const value = options[name] ?? false;
	if (typeof value === 'boolean') return value;
	throw new NodeOperationError(
		context.getNode(),
		`'${DISPLAY_NAMES[name]}' must be true or false, but is ${shown(value)}`,
	);
}
