import { isObject } from '../../json';
import { fail, succeed, type Failure, type Outcome } from '../../outcome';
import { NO_CONTENT, type Answer } from './answer';
import { blameErrors, joined, type Blame, type FindBlame } from './blame';
import { inputRejections } from './rejection';

/** HubSpot's response does not mention an input; it may have made the change. */
export const NOT_CONFIRMED: Failure = {
	message: "HubSpot's response did not include this row",
	advice: 'HubSpot may still have made the change. Run the row again: nothing is duplicated.',
	state: 'unknown',
	retryable: true,
};

/** HubSpot canceled the batch of an input for another one; whether it was carried out is not documented. */
export const CANCELED: Failure = {
	...NOT_CONFIRMED,
	message: "HubSpot canceled this row's batch because it refused another row",
};

/** Whether HubSpot reports a batch as canceled, as it does for a limit with a wrong type (recorded traffic). */
export function isCanceled({ body }: Answer): boolean {
	return isObject(body) && body.status === 'CANCELED';
}

/**
 * Matches inputs with HubSpot's results and errors. Success is never assumed: HubSpot responds 2xx to
 * inputs that it has silently skipped.
 */
export function settleInputs<Input, Value>(
	inputs: readonly Input[],
	resultOf: (input: Input, index: number) => Value | undefined,
	blame: Blame = blameErrors([], () => undefined),
): Array<Outcome<Value>> {
	const unnamed = unnamedFailure(blame.unplaced, inputs.length);
	return inputs.map((input, index) => {
		const guilty = blame.surely.get(index);
		if (guilty) return fail(guilty);
		const result = resultOf(input, index);
		if (result !== undefined) return succeed(result);
		return fail(blame.perhaps.get(index) ?? unnamed);
	});
}

/** HubSpot refused part of the batch without saying which: it may have been this row. */
function unnamedFailure(unplaced: readonly Failure[], inputs: number): Failure {
	const reason = unplaced.reduce<Failure | undefined>(joined, undefined);
	if (reason === undefined) return NOT_CONFIRMED;
	if (inputs === 1) return reason;
	if (reason === unplaced[0]) return { ...reason, state: 'unknown', retryable: true };
	const message = `HubSpot refused rows of this batch without naming them: ${reason.message}`;
	return { ...NOT_CONFIRMED, message };
}

/**
 * Settles a call whose answer has no result per input, such as a removal or a renaming. HubSpot
 * answers 204, or a batch body (OpenAPI documents: v4 the one, dated versions the other), so an input
 * is done when the answer reports the whole batch as done and no error may be about the input.
 * @param findBlame finds the inputs that errors are about; absent: an error is about any of them
 * @returns for each input the input itself, or what kept it
 */
export function settleWithoutResults<Input extends object>(
	inputs: readonly Input[],
	answer: Answer,
	findBlame: FindBlame<Input> = (_, errors) => blameErrors(errors, () => undefined),
): Array<Outcome<Input>> {
	const blamed = findBlame(inputs, inputRejections(answer));
	const isDone = isConfirmed(answer) && blamed.unplaced.length === 0 && !blamed.namesOthers;
	return settleInputs(
		inputs,
		(input, index) => (isDone && !blamed.perhaps.has(index) ? input : undefined),
		blamed,
	);
}

/**
 * Whether an answer reports the batch as done except for the errors that it lists: a batch that is
 * PENDING, PROCESSING or CANCELED may not be done, and neither may one that counts more
 * errors than it lists or that is itself an error.
 */
function isConfirmed({ status, body }: Answer): boolean {
	if (!isObject(body)) return status === NO_CONTENT;
	const { errors = [], numErrors = 0, category } = body;
	if (body.status !== 'COMPLETE' || category !== undefined) return false;
	if (!Array.isArray(errors) || !errors.every(isObject)) return false;
	return typeof numErrors === 'number' && numErrors <= errors.length;
}
