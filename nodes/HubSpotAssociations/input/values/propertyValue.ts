import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import { kindOf } from './shown';

/**
 * Reads the value of the property that names a record: text, or a number as text.
 * @param property the internal name of the property
 * @param parameter the display name of the parameter, for messages
 */
export function parsePropertyValue(
	value: unknown,
	property: string,
	parameter: string,
): Outcome<string> {
	if (typeof value === 'number' && Number.isFinite(value)) return succeed(String(value));
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
		return fail(
			invalidInput(
				`'${parameter}' is empty`,
				`Drag in the field that holds the record's ${property}; this row has none.`,
			),
		);
	}
	if (typeof value === 'string') return succeed(value.trim());
	return fail(
		invalidInput(
			`'${parameter}' must be one value of the property ${property}, but is ${kindOf(value)}`,
		),
	);
}
