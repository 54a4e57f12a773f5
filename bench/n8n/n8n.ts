/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCredentials, importWorkflows } from '../../tools/n8n/cli';
import type { Installation } from '../../tools/n8n/installation';
import { runN8n } from '../../tools/n8n/n8nCommand';
import { createN8nFolder } from '../../tools/n8n/n8nFolder';
import { temporaryFolder } from '../../tools/project';
import type { Target } from '../contenders/contender';
import type { ContenderAnswer } from '../processes/contenderParent';
import { makeRows } from '../rows';
import type { Metered } from './meterHook';
import { credentialsFor, WORKFLOW_CONTENDERS, workflowOf } from './workflows';

/** An n8n that has every workflow for every number of rows. */
export interface BenchN8n {
	/**
	 * Runs a contender's workflow by n8n's command line.
	 * @throws Error when the execution did not succeed
	 */
	run(contender: string, rows: number): Promise<ContenderAnswer>;
}

/**
 * Sets up an n8n with the packed node in a folder of its own.
 * @param target the account that the workflows will find there
 */
export async function openBenchN8n(
	installation: Installation,
	rowCounts: readonly number[],
	target: Target,
): Promise<BenchN8n> {
	const folder = await createN8nFolder(installation, temporaryFolder('bench'));
	const nodesOf = new Map<string, string[]>();
	const workflows = rowCounts.flatMap((rows) => {
		const sheet = writeSheet(folder.files, rows);
		return WORKFLOW_CONTENDERS.map((contender) => {
			nodesOf.set(
				contender.name,
				contender.nodes(target).map(({ name }) => name),
			);
			return { ...workflowOf(contender, sheet, target), id: idOf(contender.name, rows) };
		});
	});
	await importCredentials(folder, credentialsFor(target));
	await importWorkflows(folder, workflows);
	const meterFile = join(folder.userFolder, 'metered.json');
	const env = {
		EXTERNAL_HOOK_FILES: join(__dirname, 'meterHook.ts'),
		BENCH_METER_FILE: meterFile,
	};
	return {
		async run(contender, rows) {
			rmSync(meterFile, { force: true });
			await runN8n(folder, ['execute', `--id=${idOf(contender, rows)}`], env);
			const metered = JSON.parse(readFileSync(meterFile, 'utf8')) as Metered;
			if (metered.status !== 'success') {
				throw new Error(`${contender} with ${rows} rows: ${metered.status}, ${metered.message}`);
			}
			const ms = (nodesOf.get(contender) ?? []).reduce(
				(sum, node) => sum + metered.nodeMs[node],
				0,
			);
			return { ms, cpuMs: metered.cpuMs, peakRssMb: metered.peakRssMb };
		},
	};
}

function writeSheet(folder: string, rows: number): string {
	const sheet = join(folder, `rows-${rows}.csv`);
	const lines = makeRows(rows).map(({ from, to }) => `${from},${to}`);
	writeFileSync(sheet, ['from,to', ...lines, ''].join('\n'));
	return sheet;
}

function idOf(contender: string, rows: number): string {
	return `${contender}-${rows}`;
}
