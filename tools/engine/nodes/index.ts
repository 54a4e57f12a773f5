import type { INodeType } from 'n8n-workflow';
import { extractFromFile } from './extractFromFile';
import { manualTrigger } from './manualTrigger';
import { noOp } from './noOp';
import { readWriteFile } from './readWriteFile';
import { stickyNote } from './stickyNote';

/** n8n-nodes-base weighs gigabytes with what it depends on, so the few nodes that our workflows use are stood in for. */
export const standInNodeTypes: Record<string, INodeType> = {
	'n8n-nodes-base.extractFromFile': extractFromFile,
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.noOp': noOp,
	'n8n-nodes-base.readWriteFile': readWriteFile,
	'n8n-nodes-base.stickyNote': stickyNote,
};
