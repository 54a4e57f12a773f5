/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import axios from 'axios';
import { Agent } from 'node:http';
import type { BenchRow } from '../rows';
import { ASSOCIATION_TYPE, batchesOf, stopwatch, type Contender, type Target } from './contender';

/** What the node takes by default. */
const CONCURRENCY = 5;

interface Created {
	results: Array<{ fromObjectId: string; toObjectId: string; labels: string[] }>;
}

/** What can hardly be faster in Node.js: the same bodies, the same results matched by id, nothing else. */
export const floor: Contender = {
	name: 'floor',
	async run(rows, target) {
		const stop = stopwatch();
		const outcomes = new Array<Created['results'][number] | undefined>(rows.length);
		const batches = batchesOf(rows);
		const httpAgent = new Agent({ keepAlive: true });
		const worker = async (): Promise<void> => {
			for (let next = batches.shift(); next !== undefined; next = batches.shift()) {
				const { start, batch } = next;
				const created = await send(batch, target, httpAgent);
				batch.forEach((row, index) => {
					outcomes[start + index] = created.get(`${row.from}>${row.to}`);
				});
			}
		};
		await Promise.all(Array.from({ length: CONCURRENCY }, worker));
		const measured = stop();
		httpAgent.destroy();
		return { ...measured, confirmed: outcomes.filter((outcome) => outcome !== undefined).length };
	},
};

async function send(batch: readonly BenchRow[], { url, token }: Target, httpAgent: Agent) {
	const types = [
		{
			associationCategory: ASSOCIATION_TYPE.category,
			associationTypeId: ASSOCIATION_TYPE.typeId,
		},
	];
	const inputs = batch.map(({ from, to }) => ({ from: { id: from }, to: { id: to }, types }));
	const { data } = await axios.post<Created>(
		`${url}/crm/associations/2026-03/0-1/0-2/batch/create`,
		{ inputs },
		{ headers: { Authorization: `Bearer ${token}` }, httpAgent },
	);
	return new Map(
		data.results.map((result) => [`${result.fromObjectId}>${result.toObjectId}`, result]),
	);
}
