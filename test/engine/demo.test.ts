/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../..');
const LONGEST_MS = 30_000;

interface Ended {
	exitCode: number | null;
	stdout: string;
	stderr: string;
}

/** As `npm run demo` starts it, without a terminal. */
async function runDemo(): Promise<Ended> {
	const demo = spawn(process.execPath, [require.resolve('tsx/cli'), 'demo/main.ts'], {
		cwd: PROJECT,
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: LONGEST_MS,
	});
	const ended: Ended = { exitCode: null, stdout: '', stderr: '' };
	demo.stdout.on('data', (text: Buffer) => (ended.stdout += text.toString()));
	demo.stderr.on('data', (text: Buffer) => (ended.stderr += text.toString()));
	ended.exitCode = await new Promise((resolve, reject) => {
		demo.on('error', reject);
		demo.on('close', resolve);
	});
	return ended;
}

it(
	'ends by itself with exit code 0, tells what became of the rows and leaves no port open',
	async () => {
		const { exitCode, stdout, stderr } = await runDemo();
		expect(stderr).toBe('');
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/Rows in the spreadsheet +240\n/);
		expect(stdout).toMatch(/Rows refused +11\n/);
		expect(stdout).toMatch(/Requests to HubSpot +4\n/);
		expect(stdout).toMatch(/ 44 +Aoife Okafor C-1041 .*'From Record ID' must be/);
		expect(stdout).not.toContain('\u001b');
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)?.[0] ?? '';
		await expect(fetch(url)).rejects.toThrow('fetch failed');
	},
	LONGEST_MS,
);
