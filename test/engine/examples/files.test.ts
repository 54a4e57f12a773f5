import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { exampleNames, readExample, type Workflow } from '../../../tools/n8n/workflows';
import { NODE_TYPE } from '../../../tools/project';

const { description } = new HubSpotAssociations();

describe.each(exampleNames().map((name) => [name, readExample(name)] as const))(
	'%s',
	(_, example) => {
		it('connects nodes that exist, each with a name and an id of its own', () => {
			const names = example.nodes.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			expect(new Set(example.nodes.map(({ id }) => id)).size).toBe(names.length);
			expect(connected(example).filter((name) => !names.includes(name))).toEqual([]);
		});

		it('names a credential and holds no token', () => {
			for (const { credentials } of ownNodes(example)) {
				expect(credentials?.hubSpotAssociationsApi).toEqual({
					id: 'HubSpotAssocApi1',
					name: 'HubSpot account',
				});
			}
			expect(JSON.stringify(example)).not.toMatch(/pat-|Bearer|accessToken/);
		});

		it('sets parameters that the panel shows, and nothing else', () => {
			const nodes = ownNodes(example);
			expect(nodes.length).toBeGreaterThan(0);
			for (const node of nodes) {
				const { properties } = description;
				const parameters = withoutToolForm(node.parameters);
				const shown = NodeHelpers.getNodeParameters(
					properties,
					parameters,
					true,
					false,
					node,
					description,
				);
				expect(shown).toMatchObject(parameters);
				expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
			}
		});
	},
);

function ownNodes({ nodes }: Workflow): INode[] {
	return nodes.filter(({ type }) => type.startsWith(NODE_TYPE));
}

/** Takes away what n8n itself asks for where a node is an agent's tool. */
function withoutToolForm(parameters: INodeParameters): INodeParameters {
	const own = { ...parameters };
	delete own.descriptionType;
	delete own.toolDescription;
	return own;
}

function connected({ connections }: Workflow): string[] {
	const targets = Object.values(connections).flatMap((byType) =>
		Object.values(byType).flatMap((outputs) =>
			outputs.flatMap((output) => (output ?? []).map(({ node }) => node)),
		),
	);
	return [...Object.keys(connections), ...targets];
}
