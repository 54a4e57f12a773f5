import { fail, succeed, type Failure, type Outcome } from './failure';

/** Which inputs of a batch its errors are about. */
export interface Blame {
	/** Inputs that an error names beyond doubt: they failed even where a result seems to match. */
	readonly surely: ReadonlyMap<number, Failure>;
	/** Inputs that an error may be about: they failed unless there is a result. */
	readonly perhaps: ReadonlyMap<number, Failure>;
	/** Errors that name no input of the batch. */
	readonly unplaced: readonly Failure[];
}

const NOT_CONFIRMED: Failure = {
	message: 'HubSpot answered, but named neither a result nor a reason for this row',
	advice: 'Nothing may have been changed. Run the row again; what exists already is not doubled.',
	reach: 'input',
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
	blame: Blame,
): Array<Outcome<Value>> {
	const unnamed = unnamedFailure(blame.unplaced);
	return inputs.map((input, index) => {
		const guilty = blame.surely.get(index);
		if (guilty) return fail(guilty);
		const result = resultOf(input, index);
		if (result !== undefined) return succeed(result);
		return fail(blame.perhaps.get(index) ?? unnamed);
	});
}

function unnamedFailure(unplaced: readonly Failure[]): Failure {
	const reasons = [...new Set(unplaced.map((failure) => failure.message))];
	if (reasons.length === 0) return NOT_CONFIRMED;
	if (reasons.length === 1) return unplaced[0];
	return {
		...NOT_CONFIRMED,
		message: `HubSpot did not say which row it refused for what: ${reasons.join('; ')}`,
	};
}

/** Adds a failure to an input; HubSpot gives two errors for an input with two wrong ids. */
export function addBlame(blamed: Map<number, Failure>, index: number, failure: Failure): void {
	const present = blamed.get(index);
	if (present === undefined) blamed.set(index, failure);
	else if (!present.message.includes(failure.message)) {
		const message = `${present.message}; ${failure.message}`;
		const advice = [...new Set([present.advice, failure.advice])].filter(Boolean).join(' ');
		blamed.set(index, { ...present, message, advice: advice || undefined });
	}
}
