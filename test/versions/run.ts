/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packProject, unpackProject } from '../../tools/n8n/packedProject';
import { temporaryFolder } from '../../tools/project';
import { installEngines } from '../../tools/versions/engines';
import { N8N_VERSIONS, type N8nVersion } from '../../tools/versions/versions';
import { runScenarios } from './scenarios';
import { countsOf, failuresOf, tableOf, type VersionResults } from './results';

const HELP = `Runs the packed node in the engine of several versions of n8n: npm run test:versions -- [versions] [paths]

  versions   only these, such as 1.99.1; default: ${N8N_VERSIONS.map(({ n8n }) => n8n).join(', ')}
  paths      only test files whose path holds one of these, such as credentials`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { help: { type: 'boolean' } },
	});
	if (values.help) return say(HELP);
	const named = N8N_VERSIONS.filter(({ n8n }) => positionals.includes(n8n));
	const versions = named.length > 0 ? named : N8N_VERSIONS;
	const paths = positionals.filter((one) => !named.some(({ n8n }) => n8n === one));
	await installEngines(versions, say);
	say('Packing the project');
	await packProject();
	const packed = join(temporaryFolder('packed'), 'package');
	await unpackProject(packed);
	report(await runInEach(versions, packed, paths));
}

async function runInEach(
	versions: readonly N8nVersion[],
	packed: string,
	paths: readonly string[],
): Promise<VersionResults[]> {
	const results: VersionResults[] = [];
	for (const version of versions) {
		const startedAt = Date.now();
		const files = await runScenarios(version, packed, paths);
		const result = { version: version.n8n, files };
		say(
			`n8n ${version.n8n}: ${Math.round((Date.now() - startedAt) / 1000)} s${failuresOf(result)}`,
		);
		results.push(result);
	}
	return results;
}

function report(results: readonly VersionResults[]): void {
	const { passed, failed } = countsOf(results);
	say(tableOf(results));
	say(`Versions of n8n: ${passed} passed, ${failed} failed`);
	if (failed > 0 || passed === 0) process.exitCode = 1;
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
