import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { invalid, succeed, type Outcome } from '../../outcome';
import { DISPLAY_NAMES, type ParameterName } from '../displayNames';
import { shown } from '../../text';

/** Whether a parameter was left empty. Spaces alone count as empty. */
export function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/**
 * Refuses a value.
 * @param parameter its display name
 * @param rule what the value must be
 */
export function mustBe(parameter: string, rule: string, value: unknown, advice?: string) {
	return invalid(`'${parameter}' must be ${rule}, but is ${shown(value)}`, advice);
}

/** Digits as a person writes them: no 0x10 and no 1e3. */
const WHOLE_NUMBER = /^[+-]?\d+$/;

/** Reads a whole number, or the same as text. One that is too large to be exact is refused. */
export function wholeNumber(
	parameter: string,
	value: unknown,
	{ least, most = Infinity }: { readonly least: number; readonly most?: number },
	advice?: string,
): Outcome<number> {
	const isText = typeof value === 'string' && WHOLE_NUMBER.test(value.trim());
	const number = isText || typeof value === 'number' ? Number(value) : Number.NaN;
	if (Number.isSafeInteger(number) && number >= least && number <= most) return succeed(number);
	const range = most === Infinity ? `of at least ${least}` : `between ${least} and ${most}`;
	return mustBe(parameter, `a whole number ${range}`, value, advice);
}

type NodeContext = Pick<IExecuteFunctions, 'getNode'>;

/**
 * Unwraps a value that the whole run needs.
 * @throws NodeOperationError with the message and the advice of a failure
 */
export function valueOrThrow<Value>(context: NodeContext, outcome: Outcome<Value>): Value {
	if (outcome.ok) return outcome.value;
	const { message, advice } = outcome.failure;
	throw new NodeOperationError(context.getNode(), message, { description: advice });
}

/**
 * Returns a value of the whole run that must be one of a few.
 * @throws NodeOperationError for any other, as a workflow written by hand may hold
 */
export function oneOf<Value extends string | boolean>(
	context: NodeContext,
	name: ParameterName,
	values: readonly Value[],
	value: unknown,
): Value {
	const known = values.find((each) => each === value);
	if (known !== undefined) return known;
	const rule = values.length > 2 ? `one of ${values.join(', ')}` : values.join(' or ');
	return valueOrThrow(context, mustBe(DISPLAY_NAMES[name], rule, value));
}
