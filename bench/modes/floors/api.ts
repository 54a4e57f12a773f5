/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import axios from 'axios';
import { Agent } from 'node:http';
import type { Target } from '../../contenders/contender';

/** What the node takes by default. */
const CONCURRENCY = 5;

const ROOT = '/crm/associations/2026-03';

/** The few calls that the floors make. */
export interface Api {
	post<Body>(path: string, inputs: readonly object[], further?: object): Promise<Body>;
	get<Body>(path: string): Promise<Body>;
}

export const PATHS = {
	create: `${ROOT}/0-1/0-2/batch/create`,
	read: `${ROOT}/0-1/0-2/batch/read`,
	archive: `${ROOT}/0-1/0-2/batch/archive`,
	archiveLabels: `${ROOT}/0-1/0-2/batch/labels/archive`,
	labels: `${ROOT}/0-1/0-2/labels`,
	inverseLabels: `${ROOT}/0-2/0-1/labels`,
	limits: `${ROOT}/definitions/configurations/0-1/0-2`,
	inverseLimits: `${ROOT}/definitions/configurations/0-2/0-1`,
	contacts: '/crm/objects/2026-03/0-1/batch/read',
} as const;

/** Works with connections that stay open, and closes them at the end. */
export async function withApi<Result>(
	{ url, token }: Target,
	work: (api: Api) => Promise<Result>,
): Promise<Result> {
	const httpAgent = new Agent({ keepAlive: true });
	const config = { headers: { Authorization: `Bearer ${token}` }, httpAgent };
	try {
		return await work({
			post: async <Body>(path: string, inputs: readonly object[], further?: object) =>
				(await axios.post<Body>(url + path, { ...further, inputs }, config)).data,
			get: async <Body>(path: string) => (await axios.get<Body>(url + path, config)).data,
		});
	} finally {
		httpAgent.destroy();
	}
}

/**
 * Runs work on all items, so many at a time, a few at once.
 * @param work gets the position of its first item
 */
export async function inBatches<Item>(
	items: readonly Item[],
	size: number,
	work: (batch: readonly Item[], start: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < items.length) {
			const start = next;
			next += size;
			await work(items.slice(start, start + size), start);
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}
