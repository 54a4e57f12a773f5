import { Dispatch } from '../../../../nodes/HubSpotAssociations/batching/dispatch';
import type { Entry } from '../../../../nodes/HubSpotAssociations/batching/plan';
import { createPacer } from '../../../../nodes/HubSpotAssociations/sending/pacer';
import { createSender } from '../../../../nodes/HubSpotAssociations/sending/sender';
import type { Answer } from '../../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { createLimitsCall } from '../../../../nodes/HubSpotAssociations/hubspot/limits/limitCalls';
import type {
	Limit,
	LimitInput,
} from '../../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { answer, lost, rateLimited, refusal } from './answers';
import { objectPair } from './scenario';
import { VirtualClock } from './virtualClock';

export const LIMIT_FAULTS = [
	'none',
	'lostBefore',
	'lostAfter',
	'lostHalfway',
	'rolling',
	'badRequest',
	'forbidden',
] as const;
export type LimitFault = (typeof LIMIT_FAULTS)[number];

interface LimitBody {
	readonly category: 'USER_DEFINED';
	readonly typeId: number;
	readonly maxToObjectIds: number;
}

const PAIR = objectPair('contacts', 'companies');
const MAXIMUM = 5;

/** A model of HubSpot's limits of one pair that counts how often each was created. */
class FakeLimits {
	readonly requests: string[] = [];
	readonly created = new Map<number, number>();

	constructor(
		private readonly clock: VirtualClock,
		private readonly faults: readonly LimitFault[],
	) {}

	exchange = async ({ method, body }: HubSpotRequest): Promise<Answer> => {
		const { inputs = [] } = (body ?? {}) as { inputs?: LimitBody[] };
		const fault = this.faults[this.requests.length] ?? 'none';
		this.requests.push(`${method} ${inputs.map(({ typeId }) => typeId).join()}`.trim());
		await this.clock.pass(10);
		if (fault === 'rolling') return rateLimited();
		if (fault === 'badRequest') return refusal(400, 'Something is wrong');
		if (fault === 'forbidden') return refusal(403, 'Scopes are missing');
		const reached = { lostBefore: 0, lostHalfway: Math.ceil(inputs.length / 2) };
		const made =
			fault in reached ? inputs.slice(0, reached[fault as keyof typeof reached]) : inputs;
		for (const { typeId } of made) this.created.set(typeId, (this.created.get(typeId) ?? 0) + 1);
		if (fault !== 'none') return lost();
		return answer(200, { results: method === 'GET' ? this.held() : inputs.map(limitResult) });
	};

	private held(): object[] {
		return [...this.created.keys()].map((typeId) =>
			limitResult({ category: 'USER_DEFINED', typeId, maxToObjectIds: MAXIMUM }),
		);
	}
}

function limitResult({ category, typeId, maxToObjectIds }: LimitBody): object {
	return { category, typeId, userEnforcedMaxToObjectIds: maxToObjectIds };
}

interface LimitRun {
	readonly faults: readonly LimitFault[];
	readonly maxRetries?: number;
	readonly batchSize?: number;
	readonly stopOnFailure?: boolean;
	readonly cancelAt?: number;
}

/** Creates limits for the type ids 1 to `count` against the fake, on virtual time. */
export async function createLimits(
	count: number,
	{ faults, maxRetries = 3, batchSize, stopOnFailure = false, cancelAt = Infinity }: LimitRun,
) {
	const clock = new VirtualClock();
	clock.cancelAt(cancelAt);
	const hubspot = new FakeLimits(clock, faults);
	const { exchange } = hubspot;
	const sender = createSender({ exchange, pacer: createPacer(1_000, clock), clock, maxRetries });
	const call = createLimitsCall('2026-03', PAIR, sender.send);
	const entries = Array.from(
		{ length: count },
		(_, index): Entry<LimitInput, Limit> => ({
			input: {
				pair: PAIR,
				category: 'USER_DEFINED',
				typeId: index + 1,
				maxToObjectIds: MAXIMUM,
			},
			rows: [index],
		}),
	);
	const calls = { keyOf: () => 'createLimits', callFor: () => call };
	const options = { batchSize, maxConcurrency: 2, stopOnFailure };
	await clock.run(new Dispatch(calls, sender, options).send(entries));
	return { hubspot, outcomes: entries.map(({ outcome }) => outcome) };
}
