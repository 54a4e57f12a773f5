import fc from 'fast-check';
import { countOf } from '../../counts';
import { createLimits, LIMIT_FAULTS } from './support/fakeLimits';

/** What HubSpot answers to a limit that exists is not documented, so none may be created twice. */
describe('limits whose answer was lost', () => {
	it('are read back and not created again', async () => {
		const { hubspot, outcomes } = await createLimits(2, { faults: ['lostAfter'] });
		expect(hubspot.requests).toEqual(['POST 1,2', 'GET']);
		expect(outcomes).toMatchObject([
			{ ok: true, value: { typeId: 1, maxToObjectIds: 5 } },
			{ ok: true, value: { typeId: 2, maxToObjectIds: 5 } },
		]);
	});

	it('are created again where HubSpot does not hold them', async () => {
		const { hubspot, outcomes } = await createLimits(2, { faults: ['lostBefore'] });
		expect(hubspot.requests).toEqual(['POST 1,2', 'GET', 'POST 1,2']);
		expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
	});

	it('are created only as far as they are missing', async () => {
		const { hubspot, outcomes } = await createLimits(4, { faults: ['lostHalfway'] });
		expect(hubspot.requests).toEqual(['POST 1,2,3,4', 'GET', 'POST 3,4']);
		expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
	});

	it('are not created again when reading back is refused', async () => {
		const { hubspot, outcomes } = await createLimits(4, { faults: ['lostAfter', 'badRequest'] });
		expect(hubspot.requests).toEqual(['POST 1,2,3,4', 'GET']);
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({
				failure: {
					message:
						"HubSpot's response was lost, and the result of the row could not be read: Something is wrong",
					advice: expect.stringMatching(/^HubSpot may still have made the change/),
					state: 'unknown',
				},
			});
		}
	});

	it('are unchanged where HubSpot turned down what the read-back showed to be missing', async () => {
		const { hubspot, outcomes } = await createLimits(2, {
			faults: ['lostHalfway', 'none', 'rolling'],
			maxRetries: 1,
		});
		expect(hubspot.requests).toEqual(['POST 1,2', 'GET', 'POST 2']);
		expect(outcomes).toMatchObject([
			{ ok: true },
			{
				failure: {
					advice: expect.stringMatching(/^Nothing was changed/),
					state: 'refused',
					retryable: true,
				},
			},
		]);
	});

	it('are not read back after a refusal that left nothing done', async () => {
		const { hubspot } = await createLimits(2, { faults: ['rolling'] });
		expect(hubspot.requests).toEqual(['POST 1,2', 'POST 1,2']);
	});
});

it('creates no limit twice and calls none done that is not, whatever happens', async () => {
	const runs = fc.record({
		faults: fc.array(fc.constantFrom(...LIMIT_FAULTS), { maxLength: 12 }),
		maxRetries: fc.integer({ min: 0, max: 4 }),
		batchSize: fc.integer({ min: 1, max: 8 }),
		stopOnFailure: fc.boolean(),
		cancelAt: fc.option(fc.integer({ min: 0, max: 8_000 }), { nil: Infinity }),
	});
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 8 }), runs, async (count, run) => {
			const { hubspot, outcomes } = await createLimits(count, run);
			for (const times of hubspot.created.values()) expect(times).toBe(1);
			expect(outcomes).toHaveLength(count);
			outcomes.forEach((outcome, index) => {
				const isThere = hubspot.created.has(index + 1);
				if (outcome?.ok) expect(isThere).toBe(true);
				else if (outcome?.failure.state === 'notSent') expect(isThere).toBe(false);
			});
		}),
		{ numRuns: countOf('scheduleRuns') },
	);
});
