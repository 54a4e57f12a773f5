/** Runs workflows and nodes in n8n's own engine (n8n-core), in this process, with real HTTP. Used by tests, the demo and the benchmark. */
import './environment';
export { NODE_NAME, TRIGGER_NAME, runNode } from './runNode';
export type { NodeUnderTestRun, RunNodeOptions } from './runNode';
export { runWorkflow } from './runWorkflow';
export type * from './types';
