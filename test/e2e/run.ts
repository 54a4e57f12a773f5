/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { installFromDebian } from './support/debian';
import { installN8n, N8N_1, N8N_2 } from '../../tools/n8n/installation';
import { packProject } from '../../tools/n8n/packedProject';
import { PICTURES_VARIABLE } from './support/pictures';

const HELP = `Runs the project in a real n8n: npm run test:e2e -- [names of test files] [--pictures]

  --pictures   takes the pictures in docs/images again: all, or those of the files named`;

/** The only one that runs in n8n 1, which takes as long to install as n8n 2. */
const N8N_1_TEST = 'n8n1.test.ts';

/** The tests that take pictures for the documents. */
const PICTURED = ['editor', 'tour'];

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { help: { type: 'boolean' }, pictures: { type: 'boolean' } },
	});
	if (values.help) return say(HELP);
	if (values.pictures) process.env[PICTURES_VARIABLE] = 'true';
	const files = testFiles(values.pictures && positionals.length === 0 ? PICTURED : positionals);
	const releases = files.some((file) => basename(file) === N8N_1_TEST) ? [N8N_2, N8N_1] : [N8N_2];
	await Promise.all(releases.map((release) => installN8n(say, release)));
	await installFromDebian(['chromium', 'redis', 'postgres'], say);
	say('Packing the project');
	await packProject();
	await runTests(files);
}

function testFiles(names: readonly string[]): string[] {
	return readdirSync(__dirname)
		.filter((file) => file.endsWith('.test.ts'))
		.filter((file) => names.length === 0 || names.some((name) => file === `${name}.test.ts`))
		.map((file) => join(__dirname, file));
}

/** One file after the other: each starts an n8n, and a machine may have two cores. */
async function runTests(files: readonly string[]): Promise<void> {
	const count = { passed: 0, failed: 0 };
	const tests = run({ files: [...files], concurrency: 1 });
	tests.on('test:pass', ({ details }) => {
		if (details.type !== 'suite') count.passed++;
	});
	tests.on('test:fail', ({ details }) => {
		if (details.type !== 'suite') count.failed++;
	});
	for await (const text of tests.compose(new spec())) process.stdout.write(String(text));
	if (count.failed > 0 || count.passed === 0) process.exitCode = 1;
	say(`End to end: ${count.passed} passed, ${count.failed} failed`);
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
