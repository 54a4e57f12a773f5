import { fail, succeed, type Failure, type Outcome } from '../../outcome';

/** Which inputs of a batch its errors are about. */
export interface Blame {
	/** Inputs that an error names beyond doubt: they failed even where a result seems to match. */
	readonly surely: ReadonlyMap<number, Failure>;
	/** Inputs that an error may be about: they failed unless there is a result. */
	readonly perhaps: ReadonlyMap<number, Failure>;
	/** Errors that name nothing at all. */
	readonly unplaced: readonly Failure[];
	/** Whether an error names something that is no input of the batch: it is about no row of it. */
	readonly namesOthers: boolean;
}

/** The positions of the inputs that one error names; none of either where it names something else. */
export interface Naming {
	readonly surely?: readonly number[];
	readonly perhaps?: readonly number[];
}

/**
 * Puts every error on the inputs that it is about: HubSpot gives no index. One that names something
 * else is put on none, so that no row shows another record's reason.
 * @param namingOf what an error names; undefined where it names nothing
 */
export function blameErrors(
	errors: readonly Failure[],
	namingOf: (error: Failure) => Naming | undefined,
): Blame {
	const surely = new Map<number, Failure>();
	const perhaps = new Map<number, Failure>();
	const unplaced: Failure[] = [];
	let namesOthers = false;
	for (const error of errors) {
		const naming = namingOf(error);
		if (naming === undefined) unplaced.push(error);
		else if (!naming.surely?.length && !naming.perhaps?.length) namesOthers = true;
		naming?.surely?.forEach((index) => addBlame(surely, index, error));
		naming?.perhaps?.forEach((index) => addBlame(perhaps, index, error));
	}
	return { surely, perhaps, unplaced, namesOthers };
}

/** HubSpot's answer does not decide about an input; it may have made the change. */
export const NOT_CONFIRMED: Failure = {
	message: "HubSpot's response did not include this row",
	advice:
		'Nothing may have been changed. Run the row again: what exists already is not duplicated.',
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
	const blamed = new Map<number, Failure>();
	for (const error of unplaced) addBlame(blamed, 0, error);
	const joined = blamed.get(0);
	if (joined === undefined) return NOT_CONFIRMED;
	if (inputs === 1) return joined;
	if (joined === unplaced[0]) return { ...joined, state: 'unknown', retryable: true };
	const message = `HubSpot refused rows of this batch without naming them: ${joined.message}`;
	return { ...NOT_CONFIRMED, message };
}

/**
 * How long the joined reasons of one row may grow, in characters, before further ones are left out:
 * a batch of 2,000 inputs can have as many reasons about one record that they share.
 */
const LONGEST_REASONS = 600;

/** Adds a failure to an input; HubSpot gives two errors for an input with two wrong ids. */
function addBlame(blamed: Map<number, Failure>, index: number, failure: Failure): void {
	const present = blamed.get(index);
	if (present === undefined) blamed.set(index, failure);
	else if (present.message.length < LONGEST_REASONS && !present.message.includes(failure.message)) {
		const message = `${present.message}; ${failure.message}`;
		const advice = [...new Set([present.advice, failure.advice])].filter(Boolean).join(' ');
		blamed.set(index, { ...present, message, advice: advice || undefined });
	}
}
