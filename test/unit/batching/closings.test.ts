import { createSender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { invalidInput, succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer, dailyLimited, lost, rateLimited, refusal, unsent } from './support/answers';
import { VirtualClock } from './support/virtualClock';

const WRITE: HubSpotRequest = { method: 'POST', path: '/write' };
const READ: HubSpotRequest = { method: 'GET', path: '/read' };
const OK = answer(201, { status: 'COMPLETE' });
const TOO_LONG = rateLimited({ 'retry-after': '121' });

/** A sender whose requests are answered in turn; remembers what it asked of its pacer. */
function setUp(answers: Answer[], maxRetries = 3) {
	const clock = new VirtualClock();
	const sent: string[] = [];
	const turns: Array<boolean | undefined> = [];
	const pauses: number[] = [];
	const learned: Answer[] = [];
	const pacer = {
		turn: async ({ isSearch }: HubSpotRequest) => void turns.push(isSearch),
		pause: (milliseconds: number) => void pauses.push(milliseconds),
		learn: (_: HubSpotRequest, given: Answer) => void learned.push(given),
	};
	const exchange = async ({ path }: HubSpotRequest) => {
		sent.push(path);
		return await Promise.resolve(answers.shift() ?? OK);
	};
	const sender = createSender({ exchange, pacer, clock, maxRetries });
	return { sender, clock, sent, turns, pauses, learned };
}

describe('what a refusal closes', () => {
	it.each([
		['the run for a token that is refused', refusal(401, 'No'), [false, false, false]],
		['the run at the daily limit', dailyLimited(), [false, false, false]],
		['the run for a wait that is too long', TOO_LONG, [false, false, false]],
		['the call for missing scopes', refusal(403, 'No'), [false, true, true]],
		['nothing for a batch', refusal(400, 'No'), [true, true, true]],
	])('is %s', async (_, given, open) => {
		const { sender, sent } = setUp([given]);
		expect((await sender.send(WRITE, { callKey: 'a' })).ok).toBe(false);
		const keys = ['a', 'b', undefined];
		expect(keys.map((key) => sender.closedBy(key) === undefined)).toEqual(open);
		for (const callKey of keys) await sender.send(WRITE, { callKey });
		expect(sent).toHaveLength(1 + open.filter(Boolean).length);
	});

	it('is no other request where the call has no key', async () => {
		const { sender } = setUp([refusal(403, 'No')]);
		await sender.send(WRITE);
		expect(sender.closedBy()).toBeUndefined();
		expect((await sender.send(WRITE)).ok).toBe(true);
	});

	it('is not sent by the request that waited meanwhile, and keeps its reason', async () => {
		const { sender, sent } = setUp([refusal(401, 'First'), refusal(401, 'Second')]);
		const [, blocked] = [await sender.send(WRITE), await sender.send(WRITE)];
		expect(blocked).toMatchObject({
			reach: 'request',
			failure: { message: 'First', state: 'notSent' },
		});
		expect(sent).toHaveLength(1);
		expect(sender.closedBy('any')).toMatchObject({ message: 'First', state: 'refused' });
	});

	it('is nothing when a request was given up', async () => {
		const { sender } = setUp([rateLimited()], 0);
		expect(await sender.send(WRITE, { callKey: 'a' })).toMatchObject({ reach: 'request' });
		expect(sender.closedBy('a')).toBeUndefined();
	});
});

describe('a request whose answer was lost', () => {
	it.each([
		['a batch that is refused when it is sent again', refusal(400, 'No'), 'batch', 'refused'],
		['a run that is closed', refusal(401, 'No'), 'request', 'unknown'],
		['a call that is closed', refusal(403, 'No'), 'request', 'unknown'],
		['a wait that is too long', TOO_LONG, 'request', 'unknown'],
	])('is judged after %s', async (_, second, reach, state) => {
		const { sender } = setUp([lost(), second]);
		expect(await sender.send(WRITE)).toMatchObject({ reach, failure: { state } });
	});

	it('has changed nothing where it only reads', async () => {
		const { sender } = setUp([lost(), refusal(401, 'No')]);
		expect(await sender.send(READ)).toMatchObject({ reach: 'run', failure: { state: 'refused' } });
	});

	it('is unknown where the run is closed before it is sent again', async () => {
		let isBlocked = false;
		const { sender, sent } = setUp([lost()]);
		const blockedBy = () => {
			const blocked = isBlocked ? invalidInput('Stopped') : undefined;
			isBlocked = true;
			return blocked;
		};
		expect(await sender.send(WRITE, { blockedBy })).toMatchObject({
			reach: 'request',
			failure: { state: 'unknown', retryable: true },
		});
		expect(sent).toHaveLength(1);
	});

	it('is not unknown for what the read-back has shown to be missing', async () => {
		const rest = { ...WRITE, path: '/rest' };
		const unsentRequest = async () => await Promise.resolve(succeed(rest));
		const { sender, sent } = setUp([lost(), rateLimited(), refusal(401, 'No')]);
		expect(await sender.send(WRITE, { unsentRequest })).toMatchObject({
			reach: 'run',
			failure: { state: 'refused' },
		});
		expect(sent).toEqual(['/write', '/rest', '/rest']);
	});

	it('is read back only where HubSpot may have carried it out', async () => {
		const unsentRequest = jest.fn(async () => await Promise.resolve(succeed(WRITE)));
		const { sender } = setUp([rateLimited(), unsent(), answer(423), lost(), answer(500)], 5);
		expect((await sender.send(WRITE, { unsentRequest })).ok).toBe(true);
		expect(unsentRequest).toHaveBeenCalledTimes(2);
	});

	it('gives an answer without content where nothing is left to send', async () => {
		const unsentRequest = async () => await Promise.resolve(succeed(undefined));
		const { sender } = setUp([lost()]);
		expect(await sender.send(WRITE, { unsentRequest })).toEqual({
			ok: true,
			value: { status: 204, headers: {}, body: '' },
		});
	});
});

it('gives up for good after as many tries as were asked for', async () => {
	const { sender, sent, pauses } = setUp(Array<Answer>(9).fill(answer(503)), 2);
	expect(await sender.send(WRITE)).toMatchObject({ failure: { state: 'unknown', status: 503 } });
	expect(sent).toHaveLength(3);
	expect(pauses).toEqual([1_000, 2_000]);
	expect(sender.stats).toEqual({ requests: 3, retries: 2 });
});

it('takes a refusal for the size of a batch only where there is more than one input', async () => {
	const { sender } = setUp([answer(413), answer(413), answer(413)]);
	expect(await sender.send(WRITE, { batchLength: 8 })).toMatchObject({ batchMaximum: 4 });
	expect(await sender.send(WRITE, { batchLength: 1 })).toMatchObject({ batchMaximum: undefined });
	expect(await sender.send(WRITE)).toMatchObject({ failure: { status: 413 } });
});

it('asks its pacer for a turn of each kind, and lets it learn from every answer', async () => {
	const answers = [rateLimited(), answer(200, { results: [] })];
	const { sender, turns, learned } = setUp([...answers]);
	await sender.send({ ...WRITE, isSearch: true });
	await sender.send(WRITE);
	expect(turns).toEqual([true, true, undefined]);
	expect(learned).toEqual([...answers, OK]);
});
