import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/** Stands in for n8n's Sticky Note, so that an exported workflow may hold its explanations. */
export const stickyNote: INodeType = {
	description: {
		displayName: 'Sticky Note',
		name: 'stickyNote',
		group: ['input'],
		version: 1,
		description: 'Make your workflow easier to understand',
		defaults: { name: 'Sticky Note' },
		inputs: [],
		outputs: [],
		properties: [{ displayName: 'Content', name: 'content', type: 'string', default: '' }],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};
