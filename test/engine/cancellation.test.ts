/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import type { Fault } from '../../simulator';
import { runNode } from '../../tools/engine';
import { createAssociations } from '../../tools/hubSpotNode';
import { NODE_TYPE } from '../../tools/project';
import { simulatorForEachTest } from '../support/simulator';

/** A cancelled execution stops waiting and sending within this. */
const ALLOWED_MS = 1_000;

/** Long enough for a request that should not be sent any more to show. */
const WATCHED_MS = 1_500;

const ITEMS = Array.from({ length: 40 }, (_, row) => ({ from: 1001 + row, to: 5001 + row }));

interface Phase {
	readonly title: string;
	readonly parameters?: INodeParameters;
	readonly options?: INodeParameters;
	readonly fault?: Fault;
	/** The run is cancelled once so many requests have arrived, and a little after. */
	readonly after: number;
}

const ONE_BY_ONE = { batchSize: 1, maxConcurrency: 1 };

const PHASES: readonly Phase[] = [
	{
		title: 'waiting for the rate limit',
		options: { ...ONE_BY_ONE, requestsPerTenSeconds: 2 },
		after: 2,
	},
	{
		title: 'waiting for another try',
		fault: {
			times: Infinity,
			fault: { kind: 'status', status: 503, headers: { 'retry-after': '60' } },
		},
		after: 1,
	},
	{
		title: 'a request in flight',
		fault: { times: Infinity, fault: { kind: 'delay', ms: 4_000 } },
		after: 1,
	},
	{
		title: 'between batches',
		options: ONE_BY_ONE,
		fault: { times: Infinity, fault: { kind: 'delay', ms: 60 } },
		after: 4,
	},
	{
		title: 'reading the labels',
		parameters: { labels: 'Billing Contact' },
		fault: { method: 'GET', fault: { kind: 'delay', ms: 4_000 } },
		after: 1,
	},
	{
		title: 'finding records, waiting for another try',
		parameters: { fromRecordId: '={{ $json.from }}@example.com' },
		options: { fromIdProperty: 'email' },
		fault: { path: /batch\/read$/, times: Infinity, fault: { kind: 'status', status: 423 } },
		after: 1,
	},
];

const simulator = simulatorForEachTest();

/** Tells when the node's own work ends: n8n itself lets go of a cancelled node at once. */
class WatchedNode extends HubSpotAssociations {
	endedAt = Infinity;

	constructor() {
		super();
		const execute = this.execute;
		const ended = () => (this.endedAt = Date.now());
		this.execute = async function (this: IExecuteFunctions) {
			return await execute.call(this).finally(ended);
		};
	}
}

it.each(PHASES)('ends within a second: $title', async (phase) => {
	const { parameters, options, fault, after } = phase;
	if (fault) simulator.faults.add(fault);
	const node = new WatchedNode();
	const controller = new AbortController();
	const running = runNode({
		node,
		type: NODE_TYPE,
		parameters: createAssociations({ ...parameters, options: { ...options } }),
		items: ITEMS,
		onError: 'continueErrorOutput',
		signal: controller.signal,
		credentials: {
			hubSpotAssociationsApi: { accessToken: simulator.token, baseUrl: simulator.url },
		},
	});
	while (simulator.requests.length < after) await sleep(5);
	await sleep(100);
	const cancelledAt = Date.now();
	expect(node.endedAt).toBe(Infinity);
	controller.abort();
	await running;
	await sleep(WATCHED_MS);
	expect(node.endedAt - cancelledAt).toBeLessThan(ALLOWED_MS);
	expect(simulator.requests.filter(({ startedAt }) => startedAt > cancelledAt + 1)).toEqual([]);
});
