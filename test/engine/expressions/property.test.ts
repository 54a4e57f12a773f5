/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { countOf } from '../../counts';
import { checkAgreement, type Agreement, type Kind } from './agreement';

const TIMEOUT_MS = 600_000;

function expectEnoughOfEachKind(kind: Kind, agreement: Agreement) {
	const { cases, answered, found, leftToN8n, notCompiled, readOnce, unresolved } = agreement;
	expect(unresolved).toBeGreaterThanOrEqual(3);
	expect(cases).toBeGreaterThanOrEqual(kind === 'paths' ? 2_000 : 200);
	expect(answered).toBeGreaterThan(cases / 5);
	expect(found).toBeGreaterThan(cases / 15);
	expect(leftToN8n).toBeGreaterThan(cases / 20);
	expect(notCompiled).toBeGreaterThan(cases / 20);
	if (kind === 'chains') expect(readOnce).toBeGreaterThan(cases / 50);
}

describe.each<Kind>(['paths', 'chains'])(
	'compiled expressions give exactly what n8n gives: %s',
	(kind) => {
		it(
			"with n8n's expression engine of this process",
			async () => {
				expectEnoughOfEachKind(
					kind,
					await checkAgreement('legacy', kind, countOf('expressionRuns')),
				);
			},
			TIMEOUT_MS,
		);

		// An n8n server reads expressions in an isolated VM, whose native module we do not build. Its QuickJS engine runs the same code.
		it(
			"with n8n's QuickJS expression engine",
			async () => {
				const script = join(__dirname, 'quickjs.ts');
				const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, kind], {
					timeout: TIMEOUT_MS,
				});
				expectEnoughOfEachKind(kind, JSON.parse((await run).stdout) as Agreement);
			},
			TIMEOUT_MS,
		);
	},
);
