/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { countOf } from '../../counts';
import { checkAgreement, type Agreement } from './agreement';

const TIMEOUT_MS = 600_000;

function expectPaths({ cases, answered, found, leftToN8n, notCompiled, unresolved }: Agreement) {
	expect(unresolved).toBeGreaterThanOrEqual(3);
	expect(cases).toBeGreaterThanOrEqual(2_000);
	expect(answered).toBeGreaterThan(cases / 4);
	expect(found).toBeGreaterThan(cases / 15);
	expect(leftToN8n).toBeGreaterThan(cases / 20);
	expect(notCompiled).toBeGreaterThan(cases / 20);
}

function expectChains({ cases, answered, found, ...others }: Agreement) {
	expect(others.unresolved).toBeGreaterThanOrEqual(3);
	expect(cases).toBeGreaterThanOrEqual(60);
	expect(answered).toBeGreaterThan(cases / 25);
	expect(found).toBeGreaterThan(cases / 40);
	expect(others.readOnce).toBeGreaterThan(0);
	expect(others.leftToN8n).toBeGreaterThan(cases / 25);
	expect(others.notCompiled).toBeGreaterThan(cases / 25);
}

describe('compiled expressions give exactly what n8n gives', () => {
	it(
		"with n8n's expression engine of this process",
		async () => {
			const { paths, chains } = await checkAgreement('legacy', countOf('expressionRuns'));
			expectPaths(paths);
			expectChains(chains);
		},
		TIMEOUT_MS,
	);

	// An n8n server reads expressions in an isolated VM, whose native module we do not build. Its QuickJS engine runs the same code.
	it(
		"with n8n's QuickJS expression engine",
		async () => {
			const script = join(__dirname, 'quickjs.ts');
			const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
				timeout: TIMEOUT_MS,
			});
			const { paths, chains } = JSON.parse((await run).stdout) as Record<string, Agreement>;
			expectPaths(paths);
			expectChains(chains);
		},
		TIMEOUT_MS,
	);
});
