import {
	API_VERSIONS,
	type ApiVersion,
} from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { errorOf } from '../support/refusal';
import { ASSOCIATION_REPLAYS } from './associationReplays';
import { LABEL_REPLAYS } from './labelReplays';
import { LIMIT_REPLAYS } from './limitReplays';
import { LOOKUP_REPLAYS } from './lookupReplays';
import { READ_REPLAYS } from './readReplays';
import { REFUSAL_REPLAYS } from './refusalReplays';
import { parametersOf, type Replay } from './replay';
import { answerWith, recordedAnswers } from './traffic';

/** The answer of HubSpot's token call is given to the credential. */
const GIVEN_ELSEWHERE = ['429-oauth'];

const REPLAYS = [
	...ASSOCIATION_REPLAYS,
	...LOOKUP_REPLAYS,
	...READ_REPLAYS,
	...REFUSAL_REPLAYS,
	...LABEL_REPLAYS,
	...LIMIT_REPLAYS,
];

const simulator = simulatorForEachTest();

/** What became of the rows, in their order. */
async function outcomesOf(replay: Replay, apiVersion: ApiVersion) {
	const { call, answer, rows } = replay;
	simulator.faults.add({ times: Infinity, ...call, fault: answerWith(answer) });
	simulator.account.addRecord('contacts', 201);
	const { items, errorItems, error } = await runHubSpotNode({
		simulator,
		parameters: parametersOf(replay, apiVersion),
		items: [...rows],
	});
	expect(error).toBeUndefined();
	const outcomes = [
		...items.map(({ json, pairedItem }) => ({ row: rowOf(pairedItem), item: json })),
		...errorItems.map((item) => {
			const { state, retryable } = errorOf(item);
			const said = String(item.json.message);
			return { row: rowOf(item.pairedItem), state, retryable, said };
		}),
	];
	return outcomes.sort((one, other) => one.row - other.row);
}

function rowOf(pairedItem: unknown): number {
	return (pairedItem as { item: number }).item;
}

function expected({ outcomes }: Replay) {
	return outcomes.map((outcome) => {
		if ('item' in outcome)
			return expect.objectContaining({ item: expect.objectContaining(outcome.item) });
		const { says, ...refused } = outcome;
		const said = says.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*');
		return expect.objectContaining({ ...refused, said: expect.stringMatching(said) });
	});
}

const ANSWERS = recordedAnswers();

if (ANSWERS.length === 0) {
	const count = REPLAYS.length * API_VERSIONS.length;
	// eslint-disable-next-line no-console
	console.log(`${count} replays are skipped: HubSpot's recorded answers are absent`);
	it.skip('replays of recorded answers, which are absent', () => {});
} else {
	it('gives every recorded answer to an operation', () => {
		const given = new Set([...REPLAYS.map(({ answer }) => answer), ...GIVEN_ELSEWHERE]);
		expect([...given].sort()).toEqual([...ANSWERS].sort());
	});

	describe.each(API_VERSIONS)('version %s', (apiVersion) => {
		it.each(REPLAYS.map((replay) => [replay.operation, replay.answer, replay] as const))(
			'%s, answered %s',
			async (_operation, _answer, replay) => {
				expect(await outcomesOf(replay, apiVersion)).toEqual(expected(replay));
				const { requests } = replay;
				const { length } = simulator.requests;
				if (typeof requests === 'number') expect(length).toBe(requests);
				else expect(length).toBeLessThanOrEqual(requests.atMost);
			},
		);
	});
}
