/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { dispatch } from '../../../nodes/HubSpotAssociations/batching/dispatch';
import { planGroups, spreadOutcomes } from '../../../nodes/HubSpotAssociations/batching/plan';
import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import type { Sender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from './support/answers';

/** What a programmer can do wrong with these parts is loud: a row must not be lost in silence. */

const sender: Sender = {
	stats: { requests: 0, retries: 0 },
	send: async () => succeed(answer(201, {})),
};

const call: BatchCall<string, string> = {
	name: 'misused',
	maximum: 10,
	request: () => ({ method: 'POST', path: '/' }),
	settle: (inputs) => inputs.map((input) => succeed(input)),
	blamed: () => [],
};

const entries = ['a', 'b'].map((input, index) => ({ input, index, rows: [index] }));
const options = { maxConcurrency: 2, stopOnFailure: false };

it('leaves the inputs of a call that settles fewer than it was given unknown, and says so', async () => {
	const forgetful = { ...call, settle: () => [succeed('a')] };
	const lost = {
		failure: {
			message: 'The run ended early: misused settled 1 of 2 inputs',
			state: 'unknown',
			retryable: true,
		},
	};
	expect(await dispatch([{ call: forgetful, entries }], sender, options)).toMatchObject([
		lost,
		lost,
	]);
});

it('keeps what was done before a call threw, and sends nothing after it', async () => {
	const requests: unknown[] = [];
	const throwing = {
		...call,
		maximum: 1,
		request: (inputs: readonly string[]) => {
			requests.push(inputs);
			return call.request(inputs);
		},
		settle: ([input]: readonly string[]) => {
			if (input === 'b') throw new RangeError('Out of range');
			return [succeed(input)];
		},
	};
	const three = ['a', 'b', 'c'].map((input, index) => ({ input, index, rows: [index] }));
	const works = [{ call: throwing, entries: three }];
	const outcomes = await dispatch(works, sender, { ...options, maxConcurrency: 1 });
	expect(outcomes).toMatchObject([
		{ ok: true, value: 'a' },
		{ failure: { message: 'The run ended early: Out of range', state: 'unknown' } },
		{ failure: { message: 'The run ended early: Out of range', state: 'notSent' } },
	]);
	expect(requests).toEqual([['a'], ['b']]);
});

it('refuses to spread outcomes when a planned row has none', () => {
	const rows = ['a', 'b'].map((row) => succeed(row));
	const plan = planGroups(rows, { groupKey: () => '', inputKey: (row) => row, merge: succeed });
	expect(() => spreadOutcomes(rows, plan, [succeed(1)])).toThrow(
		new TypeError('Row 1 was planned but has no outcome'),
	);
});

it('starts no further job once one has thrown', async () => {
	const started: number[] = [];
	const jobs = [4, 3, 2, 1];
	const run = async (job: number) => {
		started.push(job);
		await Promise.resolve();
		if (job === 1) throw new Error('broken');
	};
	await expect(drain(jobs, 2, run)).rejects.toThrow('broken');
	await new Promise(process.nextTick);
	expect(started).toEqual([1, 2]);
});
