import { NodeConnectionTypes, type IDataObject, type INodeType } from 'n8n-workflow';
import { createParameterReader } from '../../../nodes/HubSpotAssociations/input/expressions/parameterReader';
import { runNode } from '../../../tools/engine';

/** What was read, or the message that was thrown. */
export type Answer = { value: unknown } | { thrown: string };

export interface Reading {
	expression: string;
	row: IDataObject;
	n8n: Answer;
	reader: Answer;
}

function answer(read: () => unknown): Answer {
	try {
		return { value: read() };
	} catch (error) {
		return { thrown: (error as Error).message };
	}
}

function probe(expressions: string[], report: (reading: Reading) => void): INodeType {
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
			for (const [p, expression] of expressions.entries()) {
				const reader = createParameterReader(this, `p${p}`);
				for (const [i, { json: row }] of this.getInputData().entries()) {
					const n8n = answer(() => this.getNodeParameter(`p${p}`, i));
					report({ expression, row, n8n, reader: answer(() => reader.read(i)) });
				}
			}
			return [[]];
		},
	};
}

/** Reads every expression for every row in the real engine, through n8n's evaluator and through the node's own reader. */
export async function readBothWays(expressions: string[], rows: IDataObject[]): Promise<Reading[]> {
	const readings: Reading[] = [];
	const run = await runNode({
		node: probe(expressions, (reading) => readings.push(reading)),
		type: 'n8n-nodes-harness.probe',
		parameters: Object.fromEntries(expressions.map((text, i) => [`p${i}`, text])),
		items: rows.map((json) => ({ json })),
		credentialTypes: [],
	});
	if (run.error) throw new Error(run.error.message);
	return readings;
}
