import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { properties } from '../../../nodes/HubSpotAssociations/actions/properties';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { exampleNames, readExample } from '../../../tools/n8n/workflows';

/** More than this, and the panel opens slowly: the editor evaluates every one of them. */
const MOST_PARAMETERS = 31;

const { description } = new HubSpotAssociations();
const NODE: INode = {
	id: 'node',
	name: description.displayName,
	type: description.name,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map(({ option: operation, description: listed }) => ({
		resource: option.value,
		operation: operation.value,
		listed,
	})),
);

/** Parameters that stand above those of an operation. */
const COMMON = ['authentication', 'resource', 'operation'];

type Part = INodeProperties | INodePropertyOptions | INodePropertyCollection;

const isParameter = (part: Part): part is INodeProperties => 'type' in part;

function shown(values: INodeParameters, among: readonly Part[], root = values): INodeProperties[] {
	return among
		.filter(isParameter)
		.filter((one) => NodeHelpers.displayParameter(values, one, NODE, description, root));
}

const describe = ({ name, description: text, required = false }: INodeProperties) => ({
	name,
	text,
	required,
});

/** Options of two objects; those of the whole account have a test of their own. */
const ofPair = (options: readonly INodeProperties[]) =>
	options.filter(({ displayOptions }) => displayOptions?.show?.['/scope'] === undefined);

it('holds few parameters', () => {
	expect(properties.length).toBeLessThanOrEqual(MOST_PARAMETERS);
});

it.each(OPERATIONS)('shows what $resource $operation lists, in its order', (one) => {
	const values = {
		resource: one.resource,
		operation: one.operation,
		// n8n holds no value of a parameter that the operation does not have.
		...(one.listed.parameters.some(({ name }) => name === 'scope') ? { scope: 'pair' } : {}),
		returnAll: false,
	};
	const visible = shown(values, properties).filter(({ name }) => !COMMON.includes(name));
	const options = visible.pop();
	expect(visible.map(describe)).toEqual(one.listed.parameters.map(describe));
	expect(options?.name).toBe('options');
	expect(shown({}, options?.options ?? [], values).map(describe)).toEqual(
		ofPair(one.listed.options)
			.sort((a, b) => a.displayName.localeCompare(b.displayName))
			.map(describe),
	);
});

it('hides the objects of a scope that has none', () => {
	const values = { resource: 'associationLimit', operation: 'getAll', scope: 'all' };
	const names = shown(values, properties).map(({ name }) => name);
	expect(names).not.toContain('fromObjectType');
	expect(names).not.toContain('toObjectType');
});

it('shows and keeps Name Objects for the limits of the whole account alone', () => {
	const { options = [] } = properties.at(-1) ?? {};
	const isShown = (values: INodeParameters) =>
		shown({}, options, values).some(({ name }) => name === 'nameObjects');
	const whole = { resource: 'associationLimit', operation: 'getAll', scope: 'all' };
	expect(isShown(whole)).toBe(true);
	expect(isShown({ ...whole, scope: 'pair' })).toBe(false);
	expect(isShown({ ...whole, operation: 'getUsage' })).toBe(false);
	expect(isShown({ ...whole, resource: 'associationLabel' })).toBe(false);
	const held = { ...whole, options: { nameObjects: true } };
	expect(
		NodeHelpers.getNodeParameters(properties, held, true, false, NODE, description),
	).toMatchObject(held);
});

const EVERY_VALUE: INodeParameters = {
	authentication: 'oAuth2',
	fromObjectType: { __rl: true, mode: 'id', value: '={{ $json.from }}' },
	toObjectType: { __rl: true, mode: 'list', value: '0-2' },
	fromRecordId: '={{ $json.contact }}',
	toRecordId: '5001',
	labels: '={{ $json.labels }}',
	associationType: { __rl: true, mode: 'id', value: '={{ $json.type }}' },
	maxToObjectIds: 7,
	label: 'Manager',
	inverseLabel: 'Employee',
	internalName: 'manager',
	scope: 'pair',
	returnAll: false,
	limit: 7,
	userId: 7,
};

function filled({ name, type }: INodeProperties): unknown {
	if (name in EVERY_VALUE) return EVERY_VALUE[name];
	return { boolean: true, number: 7, string: 'email' }[type as 'string'] ?? 'keep';
}

it.each(OPERATIONS)('keeps what a saved $resource $operation holds', ({ listed, ...chosen }) => {
	const fill = (parameters: readonly INodeProperties[]) =>
		Object.fromEntries(parameters.map((one) => [one.name, filled(one)])) as INodeParameters;
	// What another operation leaves behind does not hide anything here.
	const left: INodeParameters = {
		scope: listed.parameters.some(({ name }) => name === 'scope') ? 'pair' : 'all',
	};
	const held = { ...chosen, ...fill(listed.parameters), options: fill(ofPair(listed.options)) };
	const kept = NodeHelpers.getNodeParameters(
		properties,
		{ ...left, ...held },
		true,
		false,
		NODE,
		description,
	);
	expect(kept).toMatchObject(held);
});

/** n8n adds these to a node that is an agent's tool. */
const OF_EVERY_TOOL = ['descriptionType', 'toolDescription'];

it.each(exampleNames())('keeps what the example %s holds', (name) => {
	const nodes = readExample(name).nodes.filter(({ type }) => type.includes(description.name));
	expect(nodes.length).toBeGreaterThan(0);
	for (const { parameters } of nodes) {
		const held = Object.fromEntries(
			Object.entries(parameters).filter(([key]) => !OF_EVERY_TOOL.includes(key)),
		) as INodeParameters;
		expect(
			NodeHelpers.getNodeParameters(properties, held, true, false, NODE, description),
		).toMatchObject(held);
	}
});
