/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSimulator } from '../simulator';
import { deviations } from './expected';
import { progress } from './progress';
import { reportLines } from './report';
import { printLine, styled, terminalWidth } from './terminal';

/** About what an answer of HubSpot's takes over the internet. */
const ANSWER_DELAY_MS = 120;

async function main(): Promise<void> {
	printLine(styled('bold', 'HubSpot Associations for n8n: a spreadsheet becomes associations'));
	printLine();
	const simulator = await startSimulator({ delayMs: ANSWER_DELAY_MS });
	try {
		printLine(`  A simulated HubSpot account answers at ${simulator.url}`);
		printLine("  Loading n8n's own engine…");
		const { runExample, SPREADSHEET_FILE, WORKFLOW_FILE } = await import('./run');
		printLine(`  Running examples/${WORKFLOW_FILE} on examples/${SPREADSHEET_FILE}`);
		printLine();
		const run = await runExample(simulator, progress);
		const lines = reportLines(run, simulator.requests.length, terminalWidth());
		for (const line of lines) printLine(line);
		conclude(deviations(run.outcomes, simulator.account));
	} finally {
		await simulator.close();
	}
}

function conclude(found: readonly string[]): void {
	printLine();
	if (found.length === 0) {
		const verdict = 'The account holds exactly what the spreadsheet asks for, and the limit.';
		return printLine(styled('green', `✓ ${verdict}`));
	}
	printLine(styled('red', '✗ The outcome is not as it must be:'));
	for (const deviation of found) printLine(`  ${deviation}`);
	process.exitCode = 1;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
