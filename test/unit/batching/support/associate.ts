import { Dispatch } from '../../../../nodes/HubSpotAssociations/batching/dispatch';
import type { Entry } from '../../../../nodes/HubSpotAssociations/batching/plan';
import { createPacer } from '../../../../nodes/HubSpotAssociations/sending/pacer';
import { createSender } from '../../../../nodes/HubSpotAssociations/sending/sender';
import type {
	Association,
	AssociationInput,
} from '../../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { FakeHubSpot, type FakeSettings } from './fakeHubSpot';
import { calls, inputOf, quietFake } from './scenario';
import { VirtualClock } from './virtualClock';

const OPTIONS = { maxConcurrency: 5, stopOnFailure: false, maxRetries: 5, batchSize: 2_000 };

/** Associates contacts 1 to `count` with one company each, labeled, against the fake on virtual time. */
export async function associate(
	count: number,
	fake: Partial<FakeSettings>,
	overrides: Partial<typeof OPTIONS> = {},
) {
	const options = { ...OPTIONS, ...overrides };
	const clock = new VirtualClock();
	const hubspot = new FakeHubSpot(clock, { ...quietFake, ...fake });
	const pacer = createPacer(1_000_000, clock);
	const { exchange } = hubspot;
	const sender = createSender({ exchange, pacer, clock, maxRetries: options.maxRetries });
	const entries = Array.from(
		{ length: count },
		(_, index): Entry<AssociationInput, Association> => ({
			input: inputOf(index + 1, 1),
			rows: [index],
		}),
	);
	await clock.run(new Dispatch(calls, sender, options).send(entries));
	const outcomes = entries.map(({ outcome }) => outcome);
	const failed = outcomes.flatMap((outcome, index) => (outcome?.ok ? [] : [index + 1]));
	return { hubspot, outcomes, failed, requests: hubspot.exchanges.length };
}
