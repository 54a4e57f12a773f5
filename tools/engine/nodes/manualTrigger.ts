import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

/** Stands in for n8n's Manual Trigger: gives out what the harness was told to start with. */
export const manualTrigger: INodeType = {
	description: {
		displayName: 'Manual Trigger',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Runs the flow on clicking a button in n8n',
		defaults: { name: 'When clicking Execute workflow' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};
