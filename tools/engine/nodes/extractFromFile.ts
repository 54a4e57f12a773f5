import { parse } from 'csv-parse/sync';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

/**
 * Stands in for n8n's Extract from File, operation CSV: the header row gives the keys, every value is
 * a string, and an empty cell gives no field.
 */
export const extractFromFile: INodeType = {
	description: {
		displayName: 'Extract from File',
		name: 'extractFromFile',
		group: ['input'],
		version: 1,
		description: 'Convert binary data to JSON',
		defaults: { name: 'Extract from File' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Operation', name: 'operation', type: 'hidden', default: 'csv' },
			{
				displayName: 'Input Binary Field',
				name: 'binaryPropertyName',
				type: 'string',
				default: 'data',
			},
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
	},
	async execute(this: IExecuteFunctions) {
		const output: INodeExecutionData[] = [];
		for (const item of this.getInputData().keys()) {
			const property = this.getNodeParameter('binaryPropertyName', item) as string;
			const file = await this.helpers.getBinaryDataBuffer(item, property);
			const rows = parse(file, {
				columns: true,
				bom: true,
				skip_empty_lines: true,
			}) as IDataObject[];
			for (const row of rows) output.push({ json: withoutEmptyCells(row), pairedItem: { item } });
		}
		return [output];
	},
};

function withoutEmptyCells(row: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}
