/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { Dispatch } from '../../../nodes/HubSpotAssociations/batching/dispatch';
import type { Entry } from '../../../nodes/HubSpotAssociations/batching/plan';
import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import { fail, invalidInput, succeed } from '../../../nodes/HubSpotAssociations/outcome';
import type { Sender, SendOptions } from '../../../nodes/HubSpotAssociations/sending/sender';
import { answer } from './support/answers';
import { senderOver } from './support/handSender';

/** Inputs that an answer leaves open, and those that a read-back settles in between. */

const OPEN = fail({ ...invalidInput('Open'), state: 'unknown' });
const REFUSED = fail({ ...invalidInput('No'), state: 'refused' });
const OUTCOMES: Readonly<Record<string, typeof OPEN | undefined>> = { open: OPEN, bad: REFUSED };

const call: BatchCall<string, string> = {
	name: 'write',
	maximum: 10,
	request: (inputs) => ({ method: 'POST', path: '/', body: inputs }),
	settle: (inputs) => inputs.map((input) => OUTCOMES[input.split(' ')[0]] ?? succeed(input)),
	blamed: () => [],
};

const sendOk: Sender['send'] = async () =>
	await Promise.resolve({ ok: true, value: answer(200) } as const);

async function dispatch(
	own: Partial<BatchCall<string, string>>,
	inputs: readonly string[],
	send: Sender['send'] = sendOk,
	stopOnFailure = false,
) {
	const entries = inputs.map((input): Entry<string, string> => ({ input, rows: [] }));
	const sender: Sender = { ...senderOver(() => ({})), send };
	const calls = { keyOf: () => '', callFor: () => ({ ...call, ...own }) };
	await new Dispatch(calls, sender, { maxConcurrency: 1, stopOnFailure }).send(entries);
	return entries.map(({ outcome }) => outcome);
}

describe('what an answer leaves open', () => {
	const inputs = ['fine', 'open 1', 'bad', 'open 2'];

	it('is read back, and nothing else is; what is not held stays open', async () => {
		const readBack = jest.fn(
			async ([first]: readonly string[]) =>
				await Promise.resolve(succeed([`held ${first}`, undefined])),
		);
		expect(await dispatch({ readBack }, inputs)).toEqual([
			succeed('fine'),
			succeed('held open 1'),
			REFUSED,
			OPEN,
		]);
		expect(readBack.mock.calls).toEqual([[['open 1', 'open 2']]]);
	});

	it('stays open where it cannot be read back', async () => {
		const settled = [succeed('fine'), OPEN, REFUSED, OPEN];
		const readBack = async () => await Promise.resolve(REFUSED);
		expect(await dispatch({ readBack }, inputs)).toEqual(settled);
		expect(await dispatch({}, inputs)).toEqual(settled);
	});

	it('is nothing where all is decided, and nothing is read', async () => {
		const readBack = jest.fn(async () => await Promise.resolve(REFUSED));
		await dispatch({ readBack }, ['fine', 'bad']);
		expect(readBack).not.toHaveBeenCalled();
	});
});

describe('a read-back before another try', () => {
	const readBack = async () => await Promise.resolve(succeed(['held', undefined]));
	const own = { mustReadBack: true, readBack } as const;
	const bodies: unknown[] = [];
	const tryTwice: Sender['send'] = async (_, options) => {
		const rest = await options?.unsentRequest?.();
		bodies.push(rest?.ok ? rest.value?.body : rest);
		return { ok: true, value: answer(200) };
	};

	it('leaves only what is missing to be sent and settled', async () => {
		bodies.length = 0;
		expect(await dispatch(own, ['a', 'b'], tryTwice)).toEqual([succeed('held'), succeed('b')]);
		expect(bodies).toEqual([['b']]);
	});

	it('keeps what it found when the run breaks off', async () => {
		const broken: Sender['send'] = async (request, options) => {
			await tryTwice(request, options);
			throw new Error('Broken');
		};
		expect(await dispatch(own, ['a', 'b'], broken)).toMatchObject([
			succeed('held'),
			{ failure: { state: 'unknown' } },
		]);
	});

	it('is not offered by a call that may be repeated', async () => {
		let offered: SendOptions['unsentRequest'] | false;
		await dispatch({ readBack }, ['a'], async (request, options) => {
			offered = options?.unsentRequest;
			return await sendOk(request);
		});
		expect(offered).toBeUndefined();
	});
});

it('holds a request back that waits for its turn while the run stops or its call is closed', async () => {
	const entries = ['a', 'bad'].map((input): Entry<string, string> => ({ input, rows: [] }));
	const reasons: unknown[] = [];
	let closed: ReturnType<Sender['closedBy']>;
	let goOn = () => {};
	const stopped = new Promise<void>((resolve) => (goOn = resolve));
	const send: Sender['send'] = async ({ body }, options) => {
		if ((body as string[])[0] === 'bad') return { ok: true, value: answer(200) };
		reasons.push(options?.blockedBy?.());
		closed = invalidInput('Closed');
		reasons.push(options?.blockedBy?.());
		closed = undefined;
		await stopped;
		reasons.push(options?.blockedBy?.());
		return { ok: true, value: answer(200) };
	};
	const sender: Sender = { ...senderOver(() => ({})), send, closedBy: () => closed };
	const calls = { keyOf: () => '', callFor: () => ({ ...call, maximum: 1 }) };
	const work = new Dispatch(calls, sender, { maxConcurrency: 2, stopOnFailure: true }).send(
		entries,
	);
	await new Promise(process.nextTick);
	goOn();
	await work;
	expect(reasons).toMatchObject([undefined, { message: 'Closed' }, { state: 'notSent' }]);
});
