import { dispatch } from '../../../nodes/HubSpotAssociations/batching/dispatch';
import type { Sender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import { fail, succeed, type Failure } from '../../../nodes/HubSpotAssociations/outcome';
import { associate } from './support/associate';
import { answer } from './support/answers';

const ROWS = 2_000;

describe('a batch that is refused as a whole', () => {
	it('takes one request when nothing is wrong', async () => {
		expect(await associate(ROWS, {})).toMatchObject({ failed: [], requests: 1 });
	});

	it('finds one guilty row of 2,000 by halving', async () => {
		const guiltyIds = new Set(['1234']);
		const { failed, requests, hubspot } = await associate(ROWS, {
			guilt: 'refusalUnnamed',
			guiltyIds,
		});
		expect(failed).toEqual([1234]);
		expect(hubspot.state.size).toBe(ROWS - 1);
		// One refusal and its innocent half for each of the eleven halvings of 2,000, and the whole.
		expect(requests).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(ROWS)));
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

	it('asks for each row alone when all are guilty and none is named', async () => {
		const guiltyIds = new Set(Array.from({ length: 64 }, (_, index) => String(index + 1)));
		const { failed, requests } = await associate(64, { guilt: 'refusalUnnamed', guiltyIds });
		expect(failed).toHaveLength(64);
		expect(requests).toBe(2 * 64 - 1);
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
				message: 'Not sent: the node stopped at an earlier row that HubSpot refused',
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

/** Sends one row a request for each pair of objects, whose path is its name. */
async function sendPairs(
	rowsOf: Record<string, number>,
	refuse: (path: string) => Failure | undefined,
) {
	const paths: string[] = [];
	const sender: Sender = {
		stats: { requests: 0, retries: 0 },
		send: async ({ path }) => {
			paths.push(path);
			const failure = refuse(path);
			return failure ? fail(failure) : succeed(answer(201));
		},
	};
	const callOf = (path: string): BatchCall<number, string> => ({
		name: 'send',
		maximum: 4,
		request: () => ({ method: 'POST', path }),
		settle: (inputs) => inputs.map(() => succeed(path)),
		blamed: (inputs) => inputs.map((_, position) => position),
	});
	let index = 0;
	const works = Object.entries(rowsOf).map(([path, count]) => ({
		call: callOf(path),
		entries: Array.from({ length: count }, () => ({ input: index, index: index++, rows: [] })),
	}));
	const options = { maxConcurrency: 1, stopOnFailure: false, batchSize: 2 };
	const outcomes = await dispatch(works, sender, options);
	return { paths, outcomes: outcomes.map((outcome) => (outcome?.ok ? 'done' : outcome?.failure)) };
}

const NO_SCOPES: Failure = {
	message: 'Scopes are missing',
	reach: 'group',
	state: 'refused',
	retryable: false,
};

it('closes the pair that HubSpot refuses, and no other', async () => {
	const { paths, outcomes } = await sendPairs({ refused: 4, taken: 4 }, (path) =>
		path === 'refused' ? NO_SCOPES : undefined,
	);
	expect(paths).toEqual(['refused', 'taken', 'taken']);
	expect(outcomes.slice(0, 4)).toEqual([
		NO_SCOPES,
		NO_SCOPES,
		{ ...NO_SCOPES, state: 'notSent' },
		{ ...NO_SCOPES, state: 'notSent' },
	]);
	expect(outcomes.slice(4)).toEqual(['done', 'done', 'done', 'done']);
});

it('takes a run of 200,000 batches', async () => {
	const { paths } = await sendPairs({ refused: 400_000 }, () => NO_SCOPES);
	expect(paths).toEqual(['refused']);
});

it('asks no more of a batch whose refusal names all its rows', async () => {
	const failure: Failure = {
		message: 'All are wrong',
		reach: 'batch',
		state: 'refused',
		retryable: false,
	};
	const { paths, outcomes } = await sendPairs({ pair: 2 }, () => failure);
	expect(paths).toEqual(['pair']);
	expect(outcomes).toEqual([failure, failure]);
});
