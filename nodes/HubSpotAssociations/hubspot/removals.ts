import { errorsOf, isObject, type Answer } from './answer';
import type { Failure, Outcome } from './failure';
import { rejectionOfInput } from './rejection';
import { settleInputs, type Blame } from './settle';

/**
 * Settles a call that removes. HubSpot answers 204, or a batch body without a result for any input
 * (OpenAPI documents: v4 the one, dated versions the other), so an input is removed when the batch is
 * complete and no error may be about it.
 * @param blame finds the inputs that errors are about
 * @returns for each input the input itself, or what kept it
 */
export function settleRemovals<Input extends object>(
	inputs: readonly Input[],
	answer: Answer,
	blame: (errors: readonly Failure[]) => Blame,
): Array<Outcome<Input>> {
	const blamed = blame(errorsOf(answer).map((error) => rejectionOfInput(error, answer.status)));
	const suspects = new Set([...blamed.perhaps.keys()].map((index) => inputs[index]));
	const isDone = isComplete(answer) && blamed.unplaced.length === 0;
	return settleInputs(
		inputs,
		(input) => (isDone && !suspects.has(input) ? input : undefined),
		blamed,
	);
}

/** A batch that is PENDING, PROCESSING or CANCELED has not removed anything for certain. */
function isComplete({ body }: Answer): boolean {
	const status = isObject(body) ? body.status : undefined;
	return status === undefined || status === 'COMPLETE';
}
