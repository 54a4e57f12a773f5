import { INT32_MAX } from '../../hubspot/model/associationTypes';
import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import { DISPLAY_NAMES } from '../displayNames';
import { shown } from './shown';
import { wholeNumberIn } from './wholeNumber';

const PARAMETER = DISPLAY_NAMES.maxToObjectIds;

/** Reads the maximum of a limit: a whole number from 1 to int32's largest, or the same as text. */
export function parseMaximum(value: unknown): Outcome<number> {
	const number = wholeNumberIn(value);
	if (number !== undefined && number >= 1 && number <= INT32_MAX) return succeed(number);
	if (value === undefined || value === null || shown(value) === 'empty') {
		return refuse(`'${PARAMETER}' is empty`);
	}
	return refuse(
		`'${PARAMETER}' must be a whole number between 1 and ${INT32_MAX}, but is ${shown(value)}`,
	);
}

function refuse(message: string): Outcome<number> {
	return fail(invalidInput(message, 'Write how many records one record may be associated with.'));
}
