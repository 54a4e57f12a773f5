/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lastLines, startProgram } from '../../tools/n8n/programs';
import { PROJECT_FOLDER, temporaryFolder } from '../../tools/project';
import { engineFolder } from '../../tools/versions/engines';
import type { N8nVersion } from '../../tools/versions/versions';
import { DIFFERENCES } from './differences';
import type { FileResults } from './results';

const CONFIG = join(__dirname, 'jest.config.js');
const USE_ENGINE = join(PROJECT_FOLDER, 'tools/versions/useEngine.cjs');
const TEST_FOLDER = join(PROJECT_FOLDER, 'test');

const NO_LONGER = 'passes, but is listed in test/versions/differences.ts as a test that does not';

/** What jest writes with `--json`, as far as it is read here. */
interface JestReport {
	testResults: Array<{
		name: string;
		message: string;
		assertionResults: Array<{ fullName: string; status: string; failureMessages: string[] }>;
	}>;
}

/**
 * Runs the scenarios in one engine.
 * @param packed the folder of the unpacked project
 * @param paths only files whose path holds one of these; all where there are none
 */
export async function runScenarios(
	version: N8nVersion,
	packed: string,
	paths: readonly string[],
): Promise<FileResults[]> {
	const report = join(temporaryFolder('versions'), 'report.json');
	const args = ['jest', '--config', CONFIG, '--json', '--outputFile', report, ...paths];
	const program = startProgram('npx', args, {
		cwd: PROJECT_FOLDER,
		env: {
			...process.env,
			ENGINE_FOLDER: engineFolder(version),
			PACKED_NODE: packed,
			NODE_OPTIONS: `--require ${USE_ENGINE}`,
		},
	});
	await program.ended;
	if (!existsSync(report)) throw new Error(lastLines(program.output()));
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
	return testResults.map((file) => toFileResults(file, version));
}

/** A file that could not be loaded counts as one failed test. */
function toFileResults(
	{ name, message, assertionResults }: JestReport['testResults'][number],
	{ n8n }: N8nVersion,
): FileResults {
	const failures = assertionResults.length === 0 ? [message] : [];
	let passed = 0;
	for (const { fullName, status, failureMessages } of assertionResults) {
		if (status === 'pending') continue;
		const differs = DIFFERENCES.some(
			({ test, versions }) => test === fullName && versions.includes(n8n),
		);
		if ((status === 'passed') !== differs) passed++;
		else failures.push([fullName, ...(differs ? [NO_LONGER] : failureMessages)].join('\n'));
	}
	return { file: relative(TEST_FOLDER, name), passed, failures };
}
