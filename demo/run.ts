import { HubSpotAssociations } from '../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runWorkflow, type WorkflowRun } from '../tools/engine';
import { NODE_TYPE } from '../tools/project';
import type { Simulator } from '../simulator';
import { examplePath, readExample, readingFile } from './example';
import { outcomesOf, type RowOutcome } from './outcomes';

export const WORKFLOW_FILE = 'spreadsheet-to-associations.json';
export const SPREADSHEET_FILE = 'contacts-to-companies.csv';

const ROWS_NODE = 'Extract Rows';
const ASSOCIATE_NODE = 'Associate Contacts with Companies';

/** Told while the workflow runs. */
export interface RunObserver {
	onNodeStart(name: string): void;
	/** @param itemCounts items by output */
	onNodeEnd(name: string, itemCounts: number[], milliseconds: number): void;
}

export interface DemoRun {
	outcomes: RowOutcome[];
	seconds: number;
}

/**
 * Runs the example workflow on the example spreadsheet, in n8n's own engine.
 * @throws Error when the execution stopped before its end
 */
export async function runExample(simulator: Simulator, observer?: RunObserver): Promise<DemoRun> {
	const startedAt = performance.now();
	const run = await runWorkflow({
		workflow: readingFile(readExample(WORKFLOW_FILE), examplePath(SPREADSHEET_FILE)),
		nodeTypes: { [NODE_TYPE]: new HubSpotAssociations() },
		credentials: {
			hubSpotAssociationsApi: { accessToken: simulator.token, baseUrl: simulator.url },
		},
		onNodeStart: (name) => observer?.onNodeStart(name),
		onNodeEnd: (name, { outputs, executionTimeMs }) =>
			observer?.onNodeEnd(
				name,
				outputs.map(({ length }) => length),
				executionTimeMs,
			),
	});
	const seconds = (performance.now() - startedAt) / 1000;
	if (run.error) throw new Error(`The execution stopped: ${run.error.message}`);
	const [rows] = onlyRun(run, ROWS_NODE).outputs;
	return { outcomes: outcomesOf(rows, onlyRun(run, ASSOCIATE_NODE).outputs), seconds };
}

function onlyRun({ nodes }: WorkflowRun, name: string) {
	const runs = nodes[name] ?? [];
	if (runs.length !== 1) throw new Error(`'${name}' ran ${runs.length} times instead of once`);
	return runs[0];
}
