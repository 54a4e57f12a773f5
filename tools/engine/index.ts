/** Runs workflows and nodes in n8n's own engine (n8n-core), in this process, with real HTTP. Used by tests, the demo and the benchmark. */
import './environment';
export { loadOptions, searchList } from './nodeMethods';
export type { NodeMethodOptions } from './nodeMethods';
export { runAsTool } from './runAsTool';
export type { RunAsToolOptions, ToolRun } from './runAsTool';
export { NODE_NAME, TRIGGER_NAME, runNode } from './runNode';
export type { NodeUnderTestRun, RunNodeOptions } from './runNode';
export { runWorkflow } from './runWorkflow';
export { testCredential } from './testCredential';
export type * from './types';
