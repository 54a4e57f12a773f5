import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { VirtualClock } from './support/virtualClock';

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
		await pacer.turn();
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
	await clock.run(pacer.turn());
	expect(clock.now()).toBe(5_000);
});
