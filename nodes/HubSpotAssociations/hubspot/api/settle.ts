import { isObject } from '../../json';
import { fail, succeed, type Failure, type Outcome } from '../../outcome';
import { NO_CONTENT, type Answer } from './answer';
import { blameErrors, joined, type Blame } from './blame';
import { inputRejections } from './rejection';

/** HubSpot's answer does not decide about an input; it may have made the change. */
export const NOT_CONFIRMED: Failure = {
	message: "HubSpot's response did not include this row",
	advice: 'HubSpot may still have made the change. Run the row again: nothing is duplicated.',
	state: 'unknown',
	retryable: true,
};

/**
 * Matches inputs with what HubSpot said of them. Success is never assumed: HubSpot answers 2xx to
 * inputs that it has passed over in silence.
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

/** HubSpot refused something of the batch and does not say what: it may have been this row. */
function unnamedFailure(unplaced: readonly Failure[], inputs: number): Failure {
	const reason = unplaced.reduce<Failure | undefined>(joined, undefined);
	if (reason === undefined) return NOT_CONFIRMED;
	if (inputs === 1) return reason;
	if (reason === unplaced[0]) return { ...reason, state: 'unknown', retryable: true };
	const message = `HubSpot refused rows of this batch without naming them: ${reason.message}`;
	return { ...NOT_CONFIRMED, message };
}

/**
 * Settles a call whose answer has no result for any input, as those that remove or rename. HubSpot
 * answers 204, or a batch body (OpenAPI documents: v4 the one, dated versions the other), so an input
 * is done when that says so of the whole batch and no error may be about the input.
 * @param blame finds the inputs that errors are about; absent: an error is about any of them
 * @returns for each input the input itself, or what kept it
 */
export function settleWithoutResults<Input extends object>(
	inputs: readonly Input[],
	answer: Answer,
	blame: (errors: readonly Failure[]) => Blame = (errors) => blameErrors(errors, () => undefined),
): Array<Outcome<Input>> {
	const blamed = blame(inputRejections(answer));
	const isDone = isConfirmed(answer) && blamed.unplaced.length === 0 && !blamed.namesOthers;
	return settleInputs(
		inputs,
		(input, index) => (isDone && !blamed.perhaps.has(index) ? input : undefined),
		blamed,
	);
}

/**
 * Whether an answer says that the batch is done but for the errors that it lists: a batch that is
 * PENDING, PROCESSING or CANCELED has done nothing for certain, and neither has one that counts more
 * errors than it shows or that is an error itself.
 */
function isConfirmed({ status, body }: Answer): boolean {
	if (!isObject(body)) return status === NO_CONTENT;
	const { errors = [], numErrors = 0, category } = body;
	if (body.status !== 'COMPLETE' || category !== undefined) return false;
	if (!Array.isArray(errors) || !errors.every(isObject)) return false;
	return typeof numErrors === 'number' && numErrors <= errors.length;
}
