import { errorsOf, isObject, type Answer } from './answer';
import type { Failure, Outcome } from '../../outcome';
import { rejectionOfInput } from './rejection';
import { blameErrors, settleInputs, type Blame } from './settle';

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
	const blamed = blame(errorsOf(answer).map((error) => rejectionOfInput(error, answer.status)));
	const isDone = isConfirmed(answer) && blamed.unplaced.length === 0 && !blamed.namesOthers;
	return settleInputs(
		inputs,
		(input, index) => (isDone && !blamed.perhaps.has(index) ? input : undefined),
		blamed,
	);
}

const NO_CONTENT = 204;

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
