import type { Calls } from '../../../nodes/HubSpotAssociations/batching/calls';
import { Dispatch } from '../../../nodes/HubSpotAssociations/batching/dispatch';
import type { Entry } from '../../../nodes/HubSpotAssociations/batching/plan';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from './support/answers';
import { associate } from './support/associate';
import { senderOver } from './support/handSender';

const ROWS = 2_000;

describe('a batch that is refused as a whole', () => {
	it('takes one request when nothing is wrong', async () => {
		expect(await associate(ROWS, {})).toMatchObject({ failed: [], requests: 1 });
	});

	it('finds it with two more requests when the refusal names it', async () => {
		const guiltyIds = new Set(['1234']);
		const { failed, requests } = await associate(ROWS, { guilt: 'refusalNamed', guiltyIds });
		expect(failed).toEqual([1234]);
		expect(requests).toBe(3);
	});

	it('needs no second request when the only row is the guilty one', async () => {
		const guiltyIds = new Set(['1']);
		expect(await associate(1, { guilt: 'refusalUnnamed', guiltyIds })).toMatchObject({
			failed: [1],
			requests: 1,
		});
	});

	it('asks for each row alone when all of a small batch are guilty and none is named', async () => {
		const guiltyIds = new Set(['1', '2', '3', '4']);
		const { failed, requests } = await associate(4, { guilt: 'refusalUnnamed', guiltyIds });
		expect(failed).toHaveLength(4);
		expect(requests).toBe(1 + 4);
	});

	it('looks for no guilty row once the run is to stop, and blames no innocent one', async () => {
		const { outcomes, requests } = await associate(
			8,
			{ guilt: 'refusalUnnamed', guiltyIds: new Set(['1', '5', '6']), delays: [1, 1, 10] },
			{ stopOnFailure: true, maxConcurrency: 2, batchSize: 4 },
		);
		const blamed = outcomes.flatMap((outcome, index) =>
			!outcome?.ok && outcome?.failure.message === 'Something is wrong' ? [index + 1] : [],
		);
		expect([[1], [5], [1, 5]]).toContainEqual(blamed);
		expect(requests).toBeLessThan(8);
	});
});

describe('a batch that is refused for its size', () => {
	it.each([400, 413] as const)(
		'is sent in smaller ones, and so is all that follows (%i)',
		async (sizeStatus) => {
			const { failed, hubspot } = await associate(
				ROWS * 2,
				{ maximum: 500, sizeStatus },
				{ maxConcurrency: 1 },
			);
			expect(failed).toEqual([]);
			expect(hubspot.exchanges.map(({ keys }) => keys.length)).toEqual([
				2_000, 1_000, 500, 500, 500, 500, 500, 500, 500, 500,
			]);
		},
	);

	it('stays as small as it has become, where a larger batch is refused later', async () => {
		const { failed, hubspot } = await associate(
			6,
			{ maximum: 1, sizeStatus: 413, delays: [20, 5] },
			{ maxConcurrency: 2, batchSize: 4 },
		);
		expect(failed).toEqual([]);
		expect(hubspot.exchanges.map(({ keys }) => keys.length)).toEqual([4, 2, 1, 1, 1, 1, 1, 1]);
	});

	it('ends with a row alone that is too large by itself', async () => {
		const { failed, requests } = await associate(4, { maximum: 0 });
		expect(failed).toEqual([1, 2, 3, 4]);
		expect(requests).toBe(1 + 2 + 4);
	});
});

describe('stopping', () => {
	it('keeps back what has not been sent, and says so', async () => {
		const { outcomes, requests } = await associate(
			40,
			{ guiltyIds: new Set(['3']) },
			{ stopOnFailure: true, maxConcurrency: 1, batchSize: 10 },
		);
		expect(requests).toBe(1);
		expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(9);
		expect(outcomes[10]).toMatchObject({
			failure: {
				message: 'Not sent: the node stopped after HubSpot refused an earlier row',
				state: 'notSent',
			},
		});
	});

	it('ends every row with the reason when the token is refused', async () => {
		const { outcomes, requests } = await associate(
			40,
			{ faults: ['unauthorized'] },
			{ maxConcurrency: 1, batchSize: 10 },
		);
		expect(requests).toBe(1);
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({ failure: { message: 'Authentication is needed' } });
		}
		expect(outcomes[39]).toMatchObject({ failure: { state: 'notSent' } });
	});
});

/** Sends rows, two a request, for each pair of objects, whose path is its name. */
async function sendPairs(
	rowsOf: Record<string, number>,
	refusalOf: (path: string) => Answer | undefined,
	blamed: BatchCall<string, string>['blamed'] = () => [],
) {
	const sender = senderOver(({ path }) => refusalOf(path) ?? answer(201, {}));
	const calls: Calls<string, string> = {
		keyOf: (path) => path,
		callFor: (path) => ({
			name: 'send',
			maximum: 4,
			request: () => ({ method: 'POST', path }),
			settle: (inputs) => inputs.map(() => succeed(path)),
			blamed,
		}),
	};
	const entries = Object.entries(rowsOf).flatMap(([path, count]) =>
		Array.from({ length: count }, (): Entry<string, string> => ({ input: path, rows: [] })),
	);
	const options = { maxConcurrency: 1, stopOnFailure: false, batchSize: 2 };
	await new Dispatch(calls, sender, options).send(entries);
	return {
		paths: sender.sent.map(({ path }) => path),
		outcomes: entries.map(({ outcome }) => (outcome?.ok ? 'done' : outcome?.failure)),
	};
}

const NO_SCOPES = answer(403, { message: 'Scopes are missing' });

it('closes the pair that HubSpot refuses, and no other', async () => {
	const { paths, outcomes } = await sendPairs({ '/refused': 4, '/taken': 4 }, (path) =>
		path === '/refused' ? NO_SCOPES : undefined,
	);
	expect(paths).toEqual(['/refused', '/taken', '/taken']);
	expect(outcomes).toMatchObject([
		...Array<object>(2).fill({ message: 'Scopes are missing', state: 'refused' }),
		...Array<object>(2).fill({ message: 'Scopes are missing', state: 'notSent' }),
		...Array<string>(4).fill('done'),
	]);
});

it('takes a run of 200,000 batches', async () => {
	const { paths } = await sendPairs({ '/refused': 400_000 }, () => NO_SCOPES);
	expect(paths).toEqual(['/refused']);
});

it('asks no more of a batch whose refusal names all its rows', async () => {
	const { paths, outcomes } = await sendPairs(
		{ '/pair': 2 },
		() => answer(400, { message: 'All are wrong' }),
		(inputs) => inputs.map((_, index) => index),
	);
	expect(paths).toEqual(['/pair']);
	expect(outcomes).toMatchObject(Array(2).fill({ message: 'All are wrong', state: 'refused' }));
});

it('takes a refusal of the whole batch for an answer where the call says so', async () => {
	const sender = senderOver(() => answer(400, { message: 'Not unique' }));
	const entries = ['a', 'b'].map((input): Entry<string, string> => ({ input, rows: [] }));
	const call: BatchCall<string, string> = {
		name: 'read',
		maximum: 2,
		request: () => ({ method: 'POST', path: '/' }),
		settle: () => [],
		blamed: () => [],
		refused: ({ message }) => succeed(message),
	};
	const calls = { keyOf: () => '', callFor: () => call };
	await new Dispatch(calls, sender, { maxConcurrency: 1, stopOnFailure: true }).send(entries);
	expect(entries.map(({ outcome }) => outcome)).toEqual(Array(2).fill(succeed('Not unique')));
	expect(sender.sent).toHaveLength(1);
});

it('sends nothing of a second phase once the first has failed and the run is to stop', async () => {
	const sender = senderOver(({ path }) => answer(path === '/bad' ? 400 : 201, { message: 'No' }));
	const calls: Calls<string, string> = {
		keyOf: (path) => path,
		callFor: (path) => ({
			name: 'send',
			maximum: 4,
			request: () => ({ method: 'POST', path }),
			settle: (inputs) => inputs.map(succeed),
			blamed: () => [],
		}),
	};
	const dispatch = new Dispatch(calls, sender, { maxConcurrency: 1, stopOnFailure: true });
	const [first, second] = ['/bad', '/good'].map(
		(input): Entry<string, string> => ({ input, rows: [] }),
	);
	await dispatch.send([first]);
	await dispatch.send([second]);
	expect(first.outcome).toMatchObject({ failure: { state: 'refused' } });
	expect(second.outcome).toMatchObject({ failure: { state: 'notSent', retryable: true } });
	expect(sender.sent).toHaveLength(1);
});
