/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { Dispatch } from '../../../nodes/HubSpotAssociations/batching/dispatch';
import {
	planEntries,
	spreadOutcomes,
	type Entry,
} from '../../../nodes/HubSpotAssociations/batching/plan';
import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { senderOver } from './support/handSender';
import { objectPair } from './support/scenario';

/** What a programmer can do wrong with these parts is loud: a row must not be lost in silence. */

const sender = senderOver(() => ({}));

const call: BatchCall<string, string> = {
	name: 'misused',
	maximum: 10,
	request: () => ({ method: 'POST', path: '/' }),
	settle: (inputs) => inputs.map((input) => succeed(input)),
	blamed: () => [],
};

const options = { maxConcurrency: 1, stopOnFailure: false };

/** What happens to inputs of one call. */
async function outcomesOf(misused: BatchCall<string, string>, ...inputs: string[]) {
	const entries = inputs.map((input): Entry<string, string> => ({ input, rows: [] }));
	const calls = { keyOf: () => 'misused', callFor: () => misused };
	await new Dispatch(calls, sender, options).send(entries);
	return entries.map(({ outcome }) => outcome);
}

it('leaves the inputs of a call that settles fewer than it was given unknown, and says so', async () => {
	const forgetful = { ...call, settle: () => [succeed('a')] };
	const lost = {
		failure: {
			message: 'The run ended early: misused settled 1 of 2 inputs',
			state: 'unknown',
			retryable: true,
		},
	};
	expect(await outcomesOf(forgetful, 'a', 'b')).toMatchObject([lost, lost]);
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
	expect(await outcomesOf(throwing, 'a', 'b', 'c')).toMatchObject([
		{ ok: true, value: 'a' },
		{ failure: { message: 'The run ended early: Out of range', state: 'unknown' } },
		{ failure: { message: 'The run ended early: Out of range', state: 'notSent' } },
	]);
	expect(requests).toEqual([['a'], ['b']]);
});

it('refuses to spread outcomes when a planned row has none', () => {
	const pair = objectPair('contacts', 'companies');
	const rows = ['a', 'b'].map((name) => succeed({ pair, name }));
	const plan = planEntries(rows, { key: ({ name }) => name, merge: succeed });
	const [first] = plan.entries;
	expect(() =>
		spreadOutcomes(rows, plan, (entry) => (entry === first ? succeed(1) : undefined)),
	).toThrow(new TypeError('Row 1 was planned but has no outcome'));
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
