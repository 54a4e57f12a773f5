/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

/** Stands in for n8n's Read/Write Files from Disk, operation Read, for one file per item. */
export const readWriteFile: INodeType = {
	description: {
		displayName: 'Read/Write Files from Disk',
		name: 'readWriteFile',
		group: ['input'],
		version: 1,
		description: 'Read or write files from the computer that runs n8n',
		defaults: { name: 'Read/Write Files from Disk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Operation', name: 'operation', type: 'hidden', default: 'read' },
			{ displayName: 'File(s) Selector', name: 'fileSelector', type: 'string', default: '' },
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
	},
	async execute(this: IExecuteFunctions) {
		const read = this.getInputData().map(async (_, item): Promise<INodeExecutionData> => {
			const path = this.getNodeParameter('fileSelector', item) as string;
			const binary = await this.helpers.prepareBinaryData(await readFile(path), basename(path));
			return { json: { fileName: basename(path) }, binary: { data: binary }, pairedItem: { item } };
		});
		return [await Promise.all(read)];
	},
};
