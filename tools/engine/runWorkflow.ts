import './environment';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	ITaskData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { EXECUTION_ID, createEngine, createWorkflow, type Engine } from './engine';
import { collectLogs } from './logs';
import { newRunExecutionData } from './runExecutionData';
import type { NodeRun, RunOptions, WorkflowRun } from './types';

/** As a click on "Execute workflow". */
const MODE: WorkflowExecuteMode = 'manual';

/**
 * Runs a workflow in n8n's own engine, from its trigger to the end.
 *
 * A failed or cancelled execution resolves too, with `error` or the run's status.
 * @throws Error when the workflow has no node to start from or holds a node type that is not known.
 */
export async function runWorkflow(options: RunOptions): Promise<WorkflowRun> {
	const engine = createEngine(options);
	const workflow = createWorkflow(engine, options.workflow);
	const start = workflow.getStartNode();
	if (!start) throw new Error('The workflow has no node to start from');
	addHooks(engine, workflow, options);
	const { result: run, logs } = await collectLogs(
		async () => await execute(engine, workflow, start, options),
	);
	const { runData, error } = run.data.resultData;
	const nodes = Object.entries(runData).map(([name, tasks]) => [name, tasks.map(toNodeRun)]);
	return {
		nodes: Object.fromEntries(nodes) as WorkflowRun['nodes'],
		error,
		run,
		logs,
		credentials: engine.credentialsHelper.data,
	};
}

function toItem(item: INodeExecutionData | IDataObject): INodeExecutionData {
	return typeof item.json === 'object'
		? (item as INodeExecutionData)
		: { json: item as IDataObject };
}

function toNodeRun(task: ITaskData): NodeRun {
	return {
		outputs: (task.data?.main ?? []).map((items) => items ?? []),
		error: task.error,
		hints: task.hints ?? [],
		executionTimeMs: task.executionTime,
		executionStatus: task.executionStatus,
	};
}

function addHooks(engine: Engine, workflow: Workflow, options: RunOptions): void {
	const hooks = new ExecutionLifecycleHooks(MODE, EXECUTION_ID, {
		...options.workflow,
		id: EXECUTION_ID,
		name: workflow.name ?? EXECUTION_ID,
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
	});
	hooks.addHandler('nodeExecuteBefore', (name) => options.onNodeStart?.(name));
	hooks.addHandler('nodeExecuteAfter', (name, task) => options.onNodeEnd?.(name, toNodeRun(task)));
	engine.additionalData.hooks = hooks;
}

async function execute(
	engine: Engine,
	workflow: Workflow,
	start: INode,
	{ startItems = [{}], signal, step, workflow: { pinData } }: RunOptions,
): Promise<IRun> {
	const first = { node: start, data: { main: [startItems.map(toItem)] }, source: null };
	const state = newRunExecutionData([first], pinData);
	const execution = new WorkflowExecute(engine.additionalData, MODE, state);
	const running = step
		? execution.runPartialWorkflow2(workflow, step.runData, pinData, [step.node], {
				nodeName: step.node,
				mode: 'inclusive',
			})
		: execution.processRunExecutionData(workflow);
	const cancel = () => running.cancel();
	if (signal?.aborted) cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	try {
		return await running;
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}
