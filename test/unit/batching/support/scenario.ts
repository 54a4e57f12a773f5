import fc from 'fast-check';
import type { Calls } from '../../../../nodes/HubSpotAssociations/batching/calls';
import { Dispatch } from '../../../../nodes/HubSpotAssociations/batching/dispatch';
import { createPacer } from '../../../../nodes/HubSpotAssociations/sending/pacer';
import { planEntries, spreadOutcomes } from '../../../../nodes/HubSpotAssociations/batching/plan';
import { createSender } from '../../../../nodes/HubSpotAssociations/sending/sender';
import {
	createAssociationsCall,
	createUnlabeledCall,
	type Association,
	type AssociationInput,
} from '../../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import {
	recordPairKey,
	type RecordId,
	type RecordIds,
} from '../../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { succeed } from '../../../../nodes/HubSpotAssociations/outcome';
import {
	parseObjectType,
	type ObjectPair,
} from '../../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { FakeHubSpot, type FakeSettings, type Fault } from './fakeHubSpot';
import { VirtualClock } from './virtualClock';

export interface Scenario {
	readonly rows: ReadonlyArray<readonly [from: number, to: number, label: boolean]>;
	readonly fake: FakeSettings;
	readonly batchSize: number;
	readonly maxConcurrency: number;
	readonly maxRetries: number;
	readonly requestsPerWindow: number;
	readonly stopOnFailure: boolean;
	readonly cancelAt: number;
	readonly jitter: number;
}

export function objectPair(from: string, to: string): ObjectPair {
	const [fromType, toType] = [parseObjectType(from), parseObjectType(to)];
	if (!fromType || !toType) throw new TypeError(`${from}, ${to}: not object types`);
	return { from: fromType, to: toType };
}

/** The two records of a key such as '1>2'. */
export function recordIds(key: string): RecordIds {
	const [fromId, toId] = key.split('>') as RecordId[];
	return { fromId, toId };
}

const PAIR = objectPair('contacts', 'companies');
const BUYER = [{ category: 'USER_DEFINED', typeId: 12 }] as const;

/** Company ids start here, so that no contact has the id of a company. */
const FIRST_COMPANY = 100;

export function inputOf(from: number, to: number, isLabeled = true): AssociationInput {
	return {
		pair: PAIR,
		...recordIds(`${from}>${to + FIRST_COMPANY}`),
		types: isLabeled ? BUYER : [],
	};
}

export const keyOf = ({ fromId, toId }: AssociationInput) => recordPairKey(fromId, toId);

/** Faults that pass, those that may hide a change, and those that end a run. */
const FAULTS: readonly Fault[] = [
	...(['none', 'none', 'none', 'none', 'rolling', 'rollingRetryAfter', 'locked'] as const),
	...(['migrating', 'unavailable', 'lostBefore', 'lostAfter', 'unreadableAfter'] as const),
	...(['gatewayTimeoutAfter', 'daily', 'unauthorized', 'forbidden', 'notFound'] as const),
];

export const quietFake: FakeSettings = {
	guilt: 'error',
	guiltyIds: new Set<string>(),
	maximum: 2_000,
	sizeStatus: 400,
	successStatus: 201,
	isReversed: false,
	bothDirections: false,
	numericIds: false,
	faults: [],
	delays: [20],
};

const fakeSettings: fc.Arbitrary<FakeSettings> = fc.record({
	guilt: fc.constantFrom('error', 'refusalNamed', 'refusalUnnamed', 'silence'),
	guiltyIds: fc
		.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 5 })
		.map((ids) => new Set(ids.map(String))),
	maximum: fc.constantFrom(1, 2, 5, 2_000),
	sizeStatus: fc.constantFrom(400, 413),
	successStatus: fc.constantFrom(200, 201, 207),
	isReversed: fc.boolean(),
	bothDirections: fc.boolean(),
	numericIds: fc.boolean(),
	faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 25 }),
	delays: fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 7 }),
});

const aRow = fc.tuple(
	fc.integer({ min: 1, max: 14 }),
	fc.integer({ min: 1, max: 6 }),
	fc.boolean(),
);

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
	rows: fc.array(aRow, { maxLength: 40 }),
	fake: fakeSettings,
	batchSize: fc.integer({ min: 1, max: 12 }),
	maxConcurrency: fc.integer({ min: 1, max: 4 }),
	maxRetries: fc.integer({ min: 0, max: 3 }),
	requestsPerWindow: fc.integer({ min: 1, max: 8 }),
	stopOnFailure: fc.boolean(),
	cancelAt: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(Infinity) },
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: 30_000 }) },
	),
	jitter: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Inputs with types and inputs without go to different endpoints, as in the operation. */
export const calls: Calls<AssociationInput, Association> = {
	keyOf: ({ types }) => (types.length > 0 ? 'labeled' : 'unlabeled'),
	callFor: ({ types }) =>
		(types.length > 0 ? createAssociationsCall : createUnlabeledCall)('2026-03', PAIR),
};

/** Runs rows through plan and dispatch, the way the operation does, against the fake on virtual time. */
export async function play(scenario: Scenario) {
	const clock = new VirtualClock(0, () => scenario.jitter);
	clock.cancelAt(scenario.cancelAt);
	const hubspot = new FakeHubSpot(clock, scenario.fake);
	const pacer = createPacer(scenario.requestsPerWindow, clock);
	const { exchange } = hubspot;
	const sender = createSender({ exchange, pacer, clock, maxRetries: scenario.maxRetries });
	const inputs = scenario.rows.map(([from, to, label]) => inputOf(from, to, label));
	const plan = planEntries<AssociationInput, Association>(inputs.map(succeed), {
		key: keyOf,
		merge: (present, added) =>
			succeed(present.types.length > 0 ? present : { ...present, types: added.types }),
	});
	await clock.run(new Dispatch(calls, sender, scenario).send(plan.entries));
	const outcomes = spreadOutcomes(inputs.map(succeed), plan, ({ outcome }) => outcome);
	return { hubspot, entries: plan.entries, inputs, outcomes };
}
