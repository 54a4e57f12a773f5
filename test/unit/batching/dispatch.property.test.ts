import fc from 'fast-check';
import { isDailyLimit } from '../../../nodes/HubSpotAssociations/sending/retryPolicy';
import { countOf } from '../../counts';
import type { Exchange } from './support/fakeHubSpot';
import { keyOf, play, quietFake, scenarios, type Scenario } from './support/scenario';

type Played = Awaited<ReturnType<typeof play>>;

const WINDOW_MS = 10_000;

/** Holds one promise of the core for any rows, any mix of answers, any options. */
async function always(check: (played: Played, scenario: Scenario) => void, arbitrary = scenarios) {
	await fc.assert(
		fc.asyncProperty(arbitrary, async (scenario) => {
			check(await play(scenario), scenario);
		}),
		{ numRuns: countOf('scheduleRuns') },
	);
}

/** An answer after which HubSpot has said of a row, or of all, that it will not be done. */
function makesAFailureKnown({ answer, keys, made }: Exchange): boolean {
	if (!answer) return false;
	if (answer.status >= 200 && answer.status < 300) {
		return typeof answer.body === 'object' && made.length < keys.length;
	}
	if (answer.status === 400) return keys.length === 1;
	return [401, 403, 404].includes(answer.status) || isDailyLimit(answer);
}

function endsTheRun({ answer }: Exchange): boolean {
	return answer !== undefined && (answer.status === 401 || isDailyLimit(answer));
}

describe('whatever HubSpot answers', () => {
	it('gives every row exactly one outcome, in order', async () => {
		await always(({ outcomes, inputs }) => {
			expect(outcomes).toHaveLength(inputs.length);
			outcomes.forEach((outcome, row) => {
				if (!outcome.ok) return;
				const { fromObjectId: fromId, toObjectId: toId } = outcome.value;
				expect({ fromId, toId }).toEqual({
					fromId: inputs[row].fromId,
					toId: inputs[row].toId,
				});
			});
		});
	});

	it('says done only of what is done', async () => {
		await always(({ outcomes, inputs, hubspot }) => {
			outcomes.forEach((outcome, row) => {
				if (outcome.ok) expect(hubspot.state).toContain(keyOf(inputs[row]));
			});
		});
	});

	it('hides no guilty row and gives no innocent row another reason', async () => {
		await always(({ outcomes, inputs }, { fake }) => {
			outcomes.forEach((outcome, row) => {
				const { fromId } = inputs[row];
				if (fake.guiltyIds.has(fromId)) expect(outcome.ok).toBe(false);
				if (outcome.ok) return;
				const { message } = outcome.failure;
				if (message === 'Something is wrong') expect(fake.guiltyIds).toContain(fromId);
				if (!message.startsWith('No contact')) return;
				expect(message).toBe(`No contact with ID ${fromId} exists`);
			});
		});
	});

	it('says that a row was never sent only of what is not there', async () => {
		await always(({ outcomes, inputs, hubspot }) => {
			outcomes.forEach((outcome, row) => {
				if (outcome.ok || outcome.failure.state !== 'notSent') return;
				expect(hubspot.state).not.toContain(keyOf(inputs[row]));
			});
		});
	});

	it('says that nothing was changed only of what is not there', async () => {
		await always(({ outcomes, inputs, hubspot }) => {
			outcomes.forEach((outcome, row) => {
				if (outcome.ok || !outcome.failure.advice?.startsWith('Nothing was changed')) return;
				expect(hubspot.state).not.toContain(keyOf(inputs[row]));
			});
		});
	});

	it('holds no pair twice in one request, nor one that HubSpot has confirmed', async () => {
		await always(({ hubspot }) => {
			const confirmed = new Set<string>();
			for (const { keys, answer, made } of hubspot.exchanges) {
				expect(new Set(keys).size).toBe(keys.length);
				expect(keys.filter((key) => confirmed.has(key))).toEqual([]);
				if (answer && typeof answer.body === 'object') made.forEach((key) => confirmed.add(key));
			}
		});
	});

	it('exceeds neither the batch size nor the requests at once nor the rate', async () => {
		await always(({ hubspot }, { batchSize, maxConcurrency, requestsPerWindow }) => {
			const starts = hubspot.exchanges.map(({ startedAt }) => startedAt);
			expect(hubspot.mostAtOnce).toBeLessThanOrEqual(maxConcurrency);
			for (const { keys } of hubspot.exchanges) expect(keys.length).toBeLessThanOrEqual(batchSize);
			for (const end of starts) {
				const inWindow = starts.filter((start) => start > end - WINDOW_MS && start <= end);
				expect(inWindow.length).toBeLessThanOrEqual(requestsPerWindow);
			}
		});
	});

	it('tries no request more often than it may', async () => {
		await always(({ hubspot }, { maxRetries }) => {
			const tries = new Map<string, number>();
			for (const { text } of hubspot.exchanges) tries.set(text, (tries.get(text) ?? 0) + 1);
			expect(Math.max(0, ...tries.values())).toBeLessThanOrEqual(maxRetries + 1);
		});
	});

	it('sends nothing after the first failure is known, when set to stop', async () => {
		const stopping = scenarios.map((scenario) => ({ ...scenario, stopOnFailure: true }));
		await always(({ hubspot }) => {
			const knownAt = Math.min(
				Infinity,
				...hubspot.exchanges.filter(makesAFailureKnown).map(({ endedAt }) => endedAt),
			);
			const late = hubspot.exchanges.filter(({ startedAt }) => startedAt > knownAt);
			expect(late.map(({ startedAt }) => startedAt)).toEqual([]);
		}, stopping);
	});

	it('sends nothing after an answer that ends the run, however it is set', async () => {
		await always(({ hubspot }) => {
			const endedAt = Math.min(
				Infinity,
				...hubspot.exchanges.filter(endsTheRun).map((exchange) => exchange.endedAt),
			);
			expect(hubspot.exchanges.filter(({ startedAt }) => startedAt > endedAt)).toEqual([]);
		});
	});

	it('sends nothing once the execution is cancelled', async () => {
		await always(({ hubspot }, { cancelAt }) => {
			expect(hubspot.exchanges.filter(({ startedAt }) => startedAt >= cancelAt)).toEqual([]);
		});
	});
});

describe('when HubSpot takes everything', () => {
	it('does all with the fewest requests', async () => {
		const quiet = scenarios.map((scenario) => ({
			...scenario,
			fake: { ...scenario.fake, guiltyIds: new Set<string>(), maximum: 2_000, faults: [] },
			cancelAt: Infinity,
		}));
		await always(({ hubspot, entries, outcomes }, { batchSize }) => {
			const labeled = entries.filter(({ input }) => input.types.length > 0).length;
			const fewest = [labeled, entries.length - labeled].map((count) =>
				Math.ceil(count / batchSize),
			);
			expect(hubspot.exchanges).toHaveLength(fewest[0] + fewest[1]);
			expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
		}, quiet);
	});

	it('does all when faults that pass are fewer than the tries', async () => {
		const passing = scenarios.map((scenario) => ({
			...scenario,
			fake: {
				...quietFake,
				faults: scenario.fake.faults.filter((fault) => PASSING.has(fault)).slice(0, 6),
			},
			maxRetries: 6,
			cancelAt: Infinity,
		}));
		await always(({ outcomes }) => {
			expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
		}, passing);
	});
});

const PASSING = new Set<string>([
	'rolling',
	'rollingRetryAfter',
	'locked',
	'migrating',
	'unavailable',
	'lostBefore',
	'lostAfter',
	'unreadableAfter',
	'gatewayTimeoutAfter',
]);
