/* eslint-disable @n8n/community-nodes/node-usable-as-tool */
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { runNode } from '../../tools/engine';
import type { Contender } from './contender';
import { measureNode } from './measureNode';

class PassThrough implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Pass Through',
		name: 'passThrough',
		group: ['transform'],
		version: 1,
		description: 'Gives every item out as it came in',
		defaults: { name: 'Pass Through' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData().map(({ json }, item) => ({ json, pairedItem: { item } }))];
	}
}

/** What memory the engine needs for the rows alone. */
export const passThrough: Contender = {
	name: 'engine-pass-through',
	run: async (rows) =>
		await measureNode(async (watch) => {
			const { items } = await runNode({
				node: watch(new PassThrough()),
				type: 'n8n-nodes-bench.passThrough',
				items: rows,
				parameters: {},
			});
			return items.length;
		}),
};
