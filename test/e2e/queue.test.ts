/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { seedAccount, SEED, startSimulator, type Simulator } from '../../simulator';
import { startCluster, type Cluster } from './support/cluster';
import { installN8n } from '../../tools/n8n/installation';
import { waitFor } from '../../tools/n8n/waitFor';
import { postedRowsWorkflow } from './support/postedRowsWorkflow';
import { simulatorCredential } from '../../tools/n8n/workflows';

const EXECUTIONS = 12;
const ROWS = 5_000;
/** Small, so that twelve executions want three times as many requests as the account has in ten seconds. */
const BATCH_SIZE = 200;
const FIRST_CONTACT = 1_000_001;
const PORTAL_LIMIT = { requests: 100, windowMs: 10_000 };
/** Of 25: the execution is in its middle. */
const REQUESTS_BEFORE_KILL = 8;
const START_TIMEOUT_MS = 60_000;
const LABEL = { key: 'USER_DEFINED:36', text: 'Decision Maker' };

interface Row {
	contact: string;
	company: string;
}

interface Answer {
	done: number;
	refused: number;
}

describe('queue mode: one main, two workers, one HubSpot account', () => {
	let simulator: Simulator;
	let cluster: Cluster;

	before(async () => {
		simulator = await startSimulator({
			rateLimit: PORTAL_LIMIT,
			seed: (account) => {
				seedAccount(account);
				account.addRecords('contacts', (EXECUTIONS + 1) * ROWS, FIRST_CONTACT);
			},
		});
		cluster = await startCluster({
			installation: await installN8n(() => {}),
			workerCount: 2,
			credential: simulatorCredential(simulator),
			workflow: { ...postedRowsWorkflow(LABEL.key, BATCH_SIZE), id: 'associate' },
		});
	});
	after(async () => {
		await cluster.stop();
		await simulator.close();
	});
	beforeEach(() => simulator.reset());

	async function execute(rows: readonly Row[], signal?: AbortSignal): Promise<Answer> {
		const response = await fetch(`${cluster.main.url}/webhook/associate`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows }),
			signal,
		});
		const text = await response.text();
		assert.equal(response.status, 200, text);
		return JSON.parse(text) as Answer;
	}

	function present(rows: readonly Row[]): string[] {
		const wanted = new Set(rows.map(({ contact }) => contact));
		return simulator.account
			.associations('contacts', 'companies')
			.filter(({ fromObjectId }) => wanted.has(fromObjectId))
			.map((one) => `${one.fromObjectId}-${one.toObjectId} ${one.labels.join()}`)
			.sort();
	}

	it('twelve executions of 5,000 rows lose nothing and send nothing twice', async () => {
		const batches = Array.from({ length: EXECUTIONS }, (_, index) => rowsOf(index));
		const answers = await Promise.all(batches.map((rows) => execute(rows)));
		assert.deepEqual(answers, Array(EXECUTIONS).fill({ done: ROWS, refused: 0 }));
		for (const rows of batches) assert.deepEqual(present(rows), wanted(rows));
		const made = simulator.requests
			.filter(({ status }) => status >= 200 && status < 300)
			.flatMap(({ body }) => contactsIn(body));
		assert.equal(made.length, EXECUTIONS * ROWS);
		assert.equal(new Set(made).size, made.length);
		for (const worker of cluster.workers) assert.ok(worker.executionsBegun() > 0);
	});

	it('an execution whose worker was killed ends in the wanted state when it is run again', async () => {
		const rows = rowsOf(EXECUTIONS);
		simulator.faults.add({
			path: /batch\/create$/,
			times: Infinity,
			fault: { kind: 'delay', ms: 500 },
		});
		const begun = cluster.workers.map((worker) => worker.executionsBegun());
		// Nobody waits for this answer: where a worker is gone, n8n may never send one.
		const abandoned = new AbortController();
		void execute(rows, abandoned.signal).catch(() => undefined);
		await waitFor('some requests of the execution', START_TIMEOUT_MS, () => {
			return simulator.requests.length >= REQUESTS_BEFORE_KILL || undefined;
		});
		const busy = cluster.workers.find((worker, index) => worker.executionsBegun() > begun[index]);
		assert.ok(busy);
		await busy.program.kill();
		abandoned.abort();
		const made = present(rows).length;
		assert.ok(made > 0 && made < ROWS, `killed in the middle, not after ${made} rows`);
		simulator.reset();
		assert.deepEqual(await execute(rows), { done: ROWS, refused: 0 });
		assert.deepEqual(present(rows), wanted(rows));
	});
});

function rowsOf(execution: number): Row[] {
	return Array.from({ length: ROWS }, (_, index) => ({
		contact: String(FIRST_CONTACT + execution * ROWS + index),
		company: String(SEED.companies.firstId + (index % SEED.companies.count)),
	}));
}

function wanted(rows: readonly Row[]): string[] {
	return rows.map(({ contact, company }) => `${contact}-${company} ${LABEL.text}`).sort();
}

function contactsIn(body: unknown): string[] {
	const { inputs } = body as { inputs: Array<{ from: { id: string } }> };
	return inputs.map(({ from }) => from.id);
}
