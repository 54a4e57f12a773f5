import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import {
	ASK_N8N,
	compileExpression,
} from '../../../nodes/HubSpotAssociations/input/expressions/expression';
import { itemSources } from '../../../nodes/HubSpotAssociations/input/expressions/itemSources';
import { createParameterReader } from '../../../nodes/HubSpotAssociations/input/expressions/parameterReader';
import { runNode } from '../../../tools/engine';

/** What was read, or the message that was thrown. */
export type Answer = { value: unknown } | { thrown: string };

export interface Reading {
	expression: string;
	row: IDataObject;
	n8n: Answer;
	reader: Answer;
	/** What the compiled form answered by itself. */
	compiled: { value: unknown } | 'leftToN8n' | 'readOnce' | 'notCompiled';
}

export const PROBE_TYPE = 'n8n-nodes-harness.probe';

function answer(read: () => unknown): Answer {
	try {
		return { value: read() };
	} catch (error) {
		return { thrown: (error as Error).message };
	}
}

function compiledForm(
	context: IExecuteFunctions,
	expression: string,
): (itemIndex: number) => Reading['compiled'] {
	const compiled = compileExpression(expression, itemSources(context));
	if (compiled === undefined) return () => 'notCompiled';
	if (compiled.isOnce) return () => 'readOnce';
	return (itemIndex) => {
		const value = compiled.read(itemIndex);
		return value === ASK_N8N ? 'leftToN8n' : { value };
	};
}

/** A node that reads every expression for every row, through n8n's evaluator and through the node's own reader. */
export function probe(expressions: string[], report: (reading: Reading) => void): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: 'Reads expressions',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: expressions.map((_, i) => ({
				displayName: `P${i}`,
				name: `p${i}`,
				type: 'string',
				default: '',
			})),
		},
		async execute() {
			const items = this.getInputData();
			for (const [p, expression] of expressions.entries()) {
				const reader = createParameterReader(this, `p${p}`);
				const compiled = compiledForm(this, expression);
				for (const [i, { json: row }] of items.entries()) {
					const n8n = answer(() => this.getNodeParameter(`p${p}`, i));
					const found = answer(() => reader.read(i));
					report({ expression, row, n8n, reader: found, compiled: compiled(i) });
				}
			}
			return [items.map(({ json }, item) => ({ json, pairedItem: { item } }))];
		},
	};
}

export function probeParameters(expressions: string[]): INodeParameters {
	return Object.fromEntries(expressions.map((text, i) => [`p${i}`, text]));
}

/** Reads every expression for every row in the real engine. */
export async function readBothWays(expressions: string[], rows: IDataObject[]): Promise<Reading[]> {
	const readings: Reading[] = [];
	const run = await runNode({
		node: probe(expressions, (reading) => readings.push(reading)),
		type: PROBE_TYPE,
		parameters: probeParameters(expressions),
		items: rows.map((json) => ({ json })),
		credentialTypes: [],
	});
	if (run.error) throw new Error(run.error.message);
	return readings;
}
