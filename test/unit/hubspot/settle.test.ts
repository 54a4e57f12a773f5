import type { Failure } from '../../../nodes/HubSpotAssociations/outcome';
import { blameErrors } from '../../../nodes/HubSpotAssociations/hubspot/api/blame';
import { settleInputs } from '../../../nodes/HubSpotAssociations/hubspot/api/settle';

const failure = (message: string): Failure => ({
	message,
	state: 'refused',
	retryable: false,
});

const settle = (inputs: string[], errors: string[], done: string[] = []) =>
	settleInputs(
		inputs,
		(input) => (done.includes(input) ? input : undefined),
		blameErrors(errors.map(failure), () => undefined),
	);

it('shows an error that names nothing on rows without a result, and nowhere else', () => {
	expect(settle(['a', 'b'], ['Refused'], ['a'])).toMatchObject([
		{ ok: true, value: 'a' },
		{ failure: { message: 'Refused', state: 'unknown', retryable: true } },
	]);
});

it('takes the only input of a batch for the one that an error is about', () => {
	expect(settle(['a'], ['Refused', 'Twice'])).toMatchObject([
		{ failure: { message: 'Refused; Twice', state: 'refused', retryable: false } },
	]);
});

it('bounds the words of many errors that name nothing', () => {
	const reasons = Array.from({ length: 2_000 }, (_, index) => `Reason ${index} `.repeat(20));
	const [outcome] = settle(['a', 'b'], reasons);
	expect(outcome).toMatchObject({ failure: { state: 'unknown' } });
	expect(JSON.stringify(outcome).length).toBeLessThan(2_000);
});

it('bounds the words and the work of many errors about one record that rows share', () => {
	const rows = Array.from({ length: 2_000 }, (_, index) => String(index));
	const errors = Array.from({ length: 500 }, (_, index) => failure(`Reason ${index} `.repeat(20)));
	const positions = rows.map((_, index) => index);
	const startedAt = Date.now();
	const blame = blameErrors(errors, () => ({ perhaps: positions }));
	const outcomes = settleInputs(rows, () => undefined, blame);
	expect(Date.now() - startedAt).toBeLessThan(5_000);
	expect(JSON.stringify(outcomes).length).toBeLessThan(2_000 * 1_500);
});
