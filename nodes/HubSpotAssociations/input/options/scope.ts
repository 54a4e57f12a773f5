import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../displayNames';
import { createParameterReader } from '../expressions/parameterReader';
import { shown } from '../values/shown';

/** Whose limits are read: of two objects, or of the account. */
export type Scope = 'pair' | 'all';

const SCOPES: readonly Scope[] = ['pair', 'all'];

/** @throws NodeOperationError for any other word, as a workflow written by hand may hold */
export function readScope(context: IExecuteFunctions): Scope {
	const scope = createParameterReader(context, 'scope').read(0);
	const known = SCOPES.find((each) => each === scope);
	if (known) return known;
	throw new NodeOperationError(
		context.getNode(),
		`'${DISPLAY_NAMES.scope}' must be ${SCOPES.join(' or ')}, but is ${shown(scope)}`,
	);
}
