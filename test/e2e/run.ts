/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { installFromDebian } from './support/debian';
import { installN8n, N8N_1 } from '../../tools/n8n/installation';
import { packProject } from '../../tools/n8n/packedProject';
import { PICTURES_VARIABLE } from './support/pictures';

const HELP = `Runs the project in a real n8n: npm run test:e2e -- [names of test files] [--pictures]

  --pictures   also takes the pictures in docs/images again`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { help: { type: 'boolean' }, pictures: { type: 'boolean' } },
	});
	if (values.help) return say(HELP);
	if (values.pictures) process.env[PICTURES_VARIABLE] = 'true';
	await Promise.all([installN8n(say), installN8n(say, N8N_1)]);
	await installFromDebian(['chromium', 'redis', 'postgres'], say);
	say('Packing the project');
	await packProject();
	await runTests(testFiles(positionals));
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
