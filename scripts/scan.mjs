/**
 * Runs n8n's own check of community packages (@n8n/scan-community-package) on what would be
 * published and on the sources, as n8n does before it verifies a package. Its command line fetches
 * a published version; this gives its analysis the one that is about to be published.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const project = resolve(import.meta.dirname ?? '.', '..');
const unpacked = mkdtempSync(join(tmpdir(), 'scan-'));

try {
	execFileSync('npm', ['run', '--silent', 'build'], { cwd: project, stdio: 'inherit' });
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', unpacked], { cwd: project }),
	);
	execFileSync('tar', ['-xzf', filename, '--strip-components=1'], { cwd: unpacked });
	report('The packed tarball', await analyzePackage(unpacked));
	report('The sources', await analyzePackage(project, SOURCE_FILE_PATTERNS));
} finally {
	rmSync(unpacked, { recursive: true, force: true });
}

function report(what, { passed, message, details }) {
	if (passed && message === undefined) {
		console.log(`${what}: n8n's analysis finds nothing`);
		return;
	}
	console.error(`${what}: ${message}\n${details ?? ''}`);
	process.exitCode = 1;
}
