/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { join } from 'node:path';
import { importCredentials, importWorkflows } from '../../../tools/n8n/cli';
import type { Installation } from '../../../tools/n8n/installation';
import { runN8n, startN8n } from '../../../tools/n8n/n8nCommand';
import { createN8nFolder, type N8nFolder } from '../../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../../tools/n8n/n8nServer';
import { temporaryFolder } from '../../../tools/project';
import { startPostgres } from './postgres';
import type { Program } from '../../../tools/n8n/programs';
import { startRedis } from './redis';
import type { Credential } from '../../../tools/n8n/restClient';
import { waitFor } from '../../../tools/n8n/waitFor';
import type { Workflow } from '../../../tools/n8n/workflows';

const START_TIMEOUT_MS = 60_000;

/** n8n in queue mode: the main process takes calls, the workers execute workflows. */
export interface Cluster {
	readonly main: N8nServer;
	readonly workers: readonly Worker[];
	stop(): Promise<void>;
}

export interface Worker {
	readonly program: Program;
	/** How many executions it has begun. */
	executionsBegun(): number;
}

export interface ClusterOptions {
	installation: Installation;
	workerCount: number;
	credential: Credential & { id: string };
	/** Published, so that its webhook answers. */
	workflow: Workflow & { id: string };
}

/** Starts Redis, PostgreSQL, one main and its workers, each n8n with a folder and the node of its own. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { installation, workerCount, credential, workflow } = options;
	const postgres = await startPostgres(temporaryFolder('database'));
	const redis = await startRedis();
	const env = {
		...postgres.env,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
	};
	const folder = temporaryFolder('queue');
	const mainFolder = await createN8nFolder(installation, join(folder, 'main'));
	await importCredentials(mainFolder, [credential], env);
	await importWorkflows(mainFolder, [workflow], env);
	await runN8n(mainFolder, ['publish:workflow', `--id=${workflow.id}`], env);
	const main = await startN8nServer(mainFolder, { env });
	const workers: Worker[] = [];
	for (let number = 1; number <= workerCount; number++) {
		const workerFolder = await createN8nFolder(installation, join(folder, `worker${number}`));
		workers.push(await startWorker(workerFolder, env));
	}
	return {
		main,
		workers,
		async stop() {
			await Promise.all(
				[main.program, ...workers.map(({ program }) => program)].map((one) => one.stop()),
			);
			await Promise.all([redis.program.stop(), postgres.program.stop()]);
		},
	};
}

async function startWorker(folder: N8nFolder, env: NodeJS.ProcessEnv): Promise<Worker> {
	const program = await startN8n(folder, ['worker'], env);
	await waitFor(
		'a worker to start',
		START_TIMEOUT_MS,
		() => program.output().includes('n8n worker is now ready') || undefined,
	);
	return {
		program,
		executionsBegun: () => program.output().match(/Worker started execution/g)?.length ?? 0,
	};
}
