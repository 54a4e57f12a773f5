import { blameErrors, type Naming } from '../../../nodes/HubSpotAssociations/hubspot/api/blame';
import { NOT_CONFIRMED, settleInputs } from '../../../nodes/HubSpotAssociations/hubspot/api/settle';
import { fail, succeed, type Failure } from '../../../nodes/HubSpotAssociations/outcome';

const failure = (message: string, advice?: string): Failure => ({
	message,
	advice,
	state: 'refused',
	retryable: false,
});
const [A, B] = [failure('A', 'Do a.'), failure('B', 'Do b.')];

/** Errors, each with what it names. */
function blame(...named: Array<[Failure, Naming | undefined]>) {
	const namings = new Map(named);
	return blameErrors([...namings.keys()], (error) => namings.get(error));
}

describe('an error', () => {
	it('stands on the inputs that it names, surely or perhaps, and is about nothing else', () => {
		expect(blame([A, { surely: [1] }], [B, { perhaps: [0, 2] }])).toEqual({
			surely: new Map([[1, A]]),
			perhaps: new Map([
				[0, B],
				[2, B],
			]),
			unplaced: [],
			namesOthers: false,
		});
	});

	it('that names nothing is kept for the rows without a result', () => {
		expect(blame([A, undefined])).toMatchObject({ unplaced: [A], namesOthers: false });
	});

	it.each<Naming>([{}, { surely: [] }, { perhaps: [] }, { surely: [], perhaps: [] }])(
		'that names something else stands on no input: %j',
		(naming) => {
			expect(blame([A, naming])).toEqual({
				surely: new Map(),
				perhaps: new Map(),
				unplaced: [],
				namesOthers: true,
			});
		},
	);
});

describe('two errors about one input', () => {
	const joined = (...errors: Failure[]) =>
		blameErrors(errors, () => ({ surely: [0] })).surely.get(0);

	it('are joined, each with its advice', () => {
		expect(joined(A, B)).toEqual({ ...A, message: 'A; B', advice: 'Do a. Do b.' });
	});

	it('say the same once', () => {
		expect(joined(A, { ...B, message: 'A' })).toEqual(A);
		expect(joined(A, failure('B', 'Do a.'))?.advice).toBe('Do a.');
	});

	it('have no advice where neither has, and that of the only one that has', () => {
		expect(joined(failure('A'), failure('B'))).toMatchObject({ advice: undefined });
		expect(joined(failure('A'), B)?.advice).toBe('Do b.');
		expect(joined(A, failure('B'))?.advice).toBe('Do a.');
	});

	it('take no more words once they have 600 characters', () => {
		const long = failure('x'.repeat(600));
		expect(joined(long, B)).toBe(long);
		expect(joined(failure('x'.repeat(599)), B)?.message).toHaveLength(602);
	});
});

describe('inputs', () => {
	const settle = (results: string[], ...named: Array<[Failure, Naming | undefined]>) =>
		settleInputs(['a', 'b'], (input) => results.find((one) => one === input), blame(...named));

	it('fail where an error surely names them, even with a result', () => {
		expect(settle(['a', 'b'], [A, { surely: [0] }])).toEqual([fail(A), succeed('b')]);
	});

	it('are done with a result where an error may be about them, and fail without', () => {
		expect(settle(['a'], [A, { perhaps: [0, 1] }])).toEqual([succeed('a'), fail(A)]);
	});

	it('are unknown without a word, and may be tried again', () => {
		expect(settle(['a'])).toEqual([succeed('a'), fail(NOT_CONFIRMED)]);
		expect(NOT_CONFIRMED).toMatchObject({ state: 'unknown', retryable: true });
	});

	it('are unknown where an error names none of them, with its words', () => {
		const unknown = { state: 'unknown', retryable: true };
		expect(settle([], [A, undefined])).toEqual([
			fail({ ...A, ...unknown } as Failure),
			fail({ ...A, ...unknown } as Failure),
		]);
		const [outcome] = settle([], [A, undefined], [B, undefined]);
		expect(outcome).toMatchObject({
			failure: { message: expect.stringMatching(/\bA; B$/), ...unknown },
		});
	});

	it('do not show the words of an error that names something else', () => {
		expect(settle([], [A, {}])).toEqual([fail(NOT_CONFIRMED), fail(NOT_CONFIRMED)]);
	});
});
