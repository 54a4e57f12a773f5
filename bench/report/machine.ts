/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import type { Installation } from '../../tools/n8n/installation';
import { PROJECT_FOLDER } from '../../tools/project';
import { runProgram } from '../../tools/n8n/programs';
import type { Machine, Results } from './results';

const BYTES_IN_GB = 1_024 ** 3;

/**
 * Returns what the measured programs are and run on.
 * @param installation absent where no whole n8n was run
 */
export async function measuredHere(
	installation?: Installation,
): Promise<Pick<Results, 'machine' | 'versions'>> {
	return { machine: thisMachine(), versions: await versionsOf(installation) };
}

export function thisMachine(): Machine {
	const cores = cpus();
	return {
		cores: cores.length,
		model: cores[0].model,
		memoryGb: Math.round(totalmem() / BYTES_IN_GB),
	};
}

async function versionsOf(installation?: Installation): Promise<Results['versions']> {
	const here = (name: string) => versionIn(join(PROJECT_FOLDER, 'node_modules', name));
	const nodeJs = await runProgram(installation?.node ?? process.execPath, ['--version']);
	return {
		'Node.js': nodeJs.trim().replace(/^v/, ''),
		...(installation && { n8n: versionIn(dirname(dirname(installation.n8n))) }),
		'n8n-nodes-hubspot-associations': versionIn(PROJECT_FOLDER),
		'n8n-core': here('n8n-core'),
		'@hubspot/api-client': here('@hubspot/api-client'),
		axios: here('axios'),
	};
}

function versionIn(folder: string): string {
	const text = readFileSync(join(folder, 'package.json'), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}
