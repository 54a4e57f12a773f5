import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import {
	pathOfCreateAssociations,
	pathOfReadRecords,
} from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { answer, rateLimited } from './support/answers';
import { objectPair } from './support/scenario';
import { VirtualClock } from './support/virtualClock';

const PAIR = objectPair('contacts', 'companies');
const READ_RECORDS = { method: 'POST', path: pathOfReadRecords('v4', PAIR.to) } as const;
const CREATE = { method: 'POST', path: pathOfCreateAssociations('v4', PAIR) } as const;
const SEARCH = { method: 'POST', path: '/', isSearch: true } as const;

async function turns(
	count: number,
	rate: number,
	prepare: (clock: VirtualClock) => void = () => {},
) {
	const clock = new VirtualClock();
	prepare(clock);
	const pacer = createPacer(rate, clock);
	const times: number[] = [];
	const take = async () => {
		await pacer.turn(READ_RECORDS);
		times.push(clock.now());
	};
	await clock.run(Promise.all(Array.from({ length: count }, take)));
	return times;
}

it('lets the first requests go at once and the next when the window has moved on', async () => {
	expect(await turns(7, 3)).toEqual([0, 0, 0, 10_100, 10_100, 10_100, 20_200]);
});

it('gives every turn up at once when the execution is cancelled', async () => {
	expect(await turns(5, 1, (clock) => clock.cancelAt(4_000))).toEqual([
		0, 4_000, 4_000, 4_000, 4_000,
	]);
});

it('keeps the longer of two pauses', async () => {
	const clock = new VirtualClock();
	const pacer = createPacer(100, clock);
	pacer.pause(5_000);
	pacer.pause(1_000);
	await clock.run(pacer.turn(READ_RECORDS));
	expect(clock.now()).toBe(5_000);
});

describe('requests that count towards different limits', () => {
	const USED_UP = { 'x-hubspot-ratelimit-max': 100, 'x-hubspot-ratelimit-remaining': 0 };

	/** How long the first request of each kind waits. */
	async function waitsOf(prepare: (pacer: ReturnType<typeof createPacer>) => void) {
		const waits: number[] = [];
		for (const request of [READ_RECORDS, CREATE, SEARCH]) {
			const clock = new VirtualClock();
			const pacer = createPacer(3, clock);
			await clock.run(Promise.all([1, 2, 3].map(async () => await pacer.turn(READ_RECORDS))));
			prepare(pacer);
			await clock.run(pacer.turn(request));
			waits.push(clock.now());
		}
		return waits;
	}

	it('have windows of their own', async () => {
		expect(await waitsOf(() => {})).toEqual([10_100, 0, 0]);
	});

	it('do not slow each other by their headers or a 429', async () => {
		const learned = (pacer: ReturnType<typeof createPacer>) => {
			pacer.learn(READ_RECORDS, answer(200, {}, USED_UP));
			pacer.learn(READ_RECORDS, rateLimited(USED_UP));
		};
		const [, create, search] = await waitsOf(learned);
		expect([create, search]).toEqual([0, 0]);
	});

	it('pause together, or only those of the limit that is used up', async () => {
		expect(await waitsOf((pacer) => pacer.pause(20_000))).toEqual([20_000, 20_000, 20_000]);
		expect(await waitsOf((pacer) => pacer.pause(20_000, CREATE))).toEqual([10_100, 20_000, 20_000]);
	});
});
