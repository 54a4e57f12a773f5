import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { readDocument } from '../../documents/documents';
import { runWorkflow, type WorkflowJson } from '../../../tools/engine';
import { nodeJson } from '../../../tools/engine/nodeJson';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForAllTests } from '../../support/simulator';

/** The loop of docs/results.md, section "Send rows again", without the wait. */

const [, condition] = /condition `(\{\{.+?\}\})`/.exec(readDocument('docs/results.md').text) ?? [];

/** Stands in for n8n's IF node. */
const ifNode: INodeType = {
	description: {
		displayName: 'If',
		name: 'if',
		group: ['transform'],
		version: 1,
		description: 'If',
		defaults: { name: 'If' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		properties: [{ displayName: 'Condition', name: 'condition', type: 'boolean', default: false }],
	},
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const isTrue = items.map((_, item) => this.getNodeParameter('condition', item) === true);
		return [items.filter((_, item) => isTrue[item]), items.filter((_, item) => !isTrue[item])];
	},
};

const to = (node: string) => [{ node, type: NodeConnectionTypes.Main, index: 0 }];

const workflow: WorkflowJson = {
	nodes: [
		nodeJson({ name: 'Rows', type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
		nodeJson({
			name: 'Associate',
			type: NODE_TYPE,
			parameters: createAssociations({ options: { maxRetries: 0 } }),
			onError: 'continueErrorOutput',
			credentials: { hubSpotAssociationsApi: {} },
		}),
		nodeJson({
			name: 'Again?',
			type: 'n8n-nodes-base.if',
			parameters: { condition: `=${condition}` },
		}),
		nodeJson({ name: 'For a person', type: 'n8n-nodes-base.noOp', parameters: {} }),
	],
	connections: {
		Rows: { main: [to('Associate')] },
		Associate: { main: [[], to('Again?')] },
		'Again?': { main: [to('Associate'), to('For a person')] },
	},
};

const simulator = simulatorForAllTests();

beforeEach(() => {
	simulator.refill();
});

async function runLoop() {
	const { nodes, error } = await runWorkflow({
		workflow,
		nodeTypes: { [NODE_TYPE]: new HubSpotAssociations(), 'n8n-nodes-base.if': ifNode },
		credentials: {
			hubSpotAssociationsApi: { accessToken: simulator.token, baseUrl: simulator.url },
		},
		startItems: [
			{ from: 1001, to: 5001 },
			{ from: '', to: 5002 },
		],
	});
	expect(error).toBeUndefined();
	const forAPerson = nodes['For a person'].flatMap(({ outputs: [items] }) => items);
	return { rounds: nodes.Associate.length, forAPerson: forAPerson.map(({ json }) => json) };
}

it('sends a row again until it succeeds, and leaves the others to a person', async () => {
	simulator.faults.add({ fault: { kind: 'status', status: 503 }, times: 2 });
	const { rounds, forAPerson } = await runLoop();
	expect(rounds).toBe(3);
	expect(forAPerson).toMatchObject([{ from: '', to: 5002, error: { retryable: false } }]);
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(1);
});

it('ends when a row fails for good', async () => {
	simulator.faults.add({ fault: { kind: 'status', status: 503 }, times: Infinity });
	const { rounds, forAPerson } = await runLoop();
	expect(rounds).toBe(4);
	expect(forAPerson).toMatchObject([{ from: '' }, { from: 1001, to: 5001 }]);
});
