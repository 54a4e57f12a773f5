import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	byId,
	createAssociations,
	fromList,
	runHubSpotNode,
	writeLimits,
} from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

/** Rows for which an expression fails; n8n hides that, and gives an empty value. */

const SWALLOWED = "cannot be resolved: Cannot read properties of null (reading 'trim')";

const simulator = simulatorForEachTest();

async function run(parameters: INodeParameters, items: IDataObject[], onError?: 'stopWorkflow') {
	return await runHubSpotNode({ simulator, parameters, items, onError });
}

const requestsThatWrite = () => simulator.requests.filter(({ method }) => method !== 'GET');

it('does not associate a row without a label because the expression of its labels failed', async () => {
	const { items, errorItems } = await run(
		createAssociations({ labels: '={{ $json.role.trim() }}' }),
		[
			{ from: 1001, to: 5001, role: ' Decision Maker ' },
			{ from: 1002, to: 5001, role: null },
			{ from: 1003, to: 5001, role: '' },
		],
	);
	expect(items.map(({ json }) => json.fromObjectId)).toEqual(['1001', '1003']);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		expect.stringContaining(`The expression in 'Label Names or IDs' ${SWALLOWED}`),
	]);
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(2);
});

it('stops before any request where the node is set to stop', async () => {
	const rows = [
		{ from: 1001, to: 5001, role: 'Decision Maker' },
		{ from: 1002, to: 5001, role: null },
	];
	const parameters = createAssociations({ labels: '={{ $json.role.trim() }}' });
	const { error } = await run(parameters, rows, 'stopWorkflow');
	expect(error?.message).toContain(`The expression in 'Label Names or IDs' ${SWALLOWED}`);
	expect(simulator.requests).toEqual([]);
});

const LABEL = { resource: 'associationLabel', fromObjectType: fromList('0-1') };
const TRIMMED = '={{ $json.x.trim() }}';

function onOwnLabel(parameters: INodeParameters): INodeParameters {
	return {
		...LABEL,
		operation: 'update',
		toObjectType: fromList('0-2'),
		associationType: byId('USER_DEFINED:36'),
		label: 'Boss',
		...parameters,
	};
}

it.each<[string, INodeParameters]>([
	['From Record ID', createAssociations({ fromRecordId: TRIMMED })],
	['To Record ID', createAssociations({ toRecordId: TRIMMED })],
	['From Object Type', createAssociations({ fromObjectType: byId(TRIMMED) })],
	['To Object Type', createAssociations({ toObjectType: byId(TRIMMED) })],
	['Label Names or IDs', createAssociations({ operation: 'removeLabels', labels: TRIMMED })],
	['Association Type', writeLimits('update', { associationType: byId(TRIMMED) })],
	['Label', onOwnLabel({ associationType: byId(TRIMMED) })],
	['New Label', onOwnLabel({ label: TRIMMED })],
	['New Inverse Label', onOwnLabel({ inverseLabel: TRIMMED })],
	['Maximum Associated Records', writeLimits('update', { maxToObjectIds: TRIMMED })],
	['Label', { ...LABEL, operation: 'create', toObjectType: fromList('0-2'), label: TRIMMED }],
	[
		'Inverse Label',
		{
			...LABEL,
			operation: 'create',
			toObjectType: fromList('0-2'),
			label: 'New',
			inverseLabel: TRIMMED,
		},
	],
	[
		'Internal Name',
		{
			...LABEL,
			operation: 'create',
			toObjectType: fromList('0-2'),
			label: 'New',
			internalName: TRIMMED,
		},
	],
])("names '%s' and sends nothing", async (parameter, parameters) => {
	const rows = [{ from: 1001, to: 5001, type: 'USER_DEFINED:36', maximum: 5, x: null }];
	const { items, errorItems } = await run(parameters, rows);
	expect(items).toEqual([]);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		expect.stringContaining(`The expression in '${parameter}' ${SWALLOWED}`),
	]);
	expect(simulator.requests).toEqual([]);
});

it.each([
	['Dry Run', { dryRun: TRIMMED }],
	['Existing Labels', { existingLabels: TRIMMED }],
	['From ID Property', { fromIdProperty: TRIMMED }],
	['Batch Size', { batchSize: TRIMMED }],
])("runs nothing where the expression in '%s' fails", async (option, options) => {
	const rows = [{ from: 1001, to: 5001, x: null }];
	const { items, errorItems } = await run(createAssociations({ options }), rows);
	expect(items).toEqual([]);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		expect.stringContaining(`The expression in '${option}' ${SWALLOWED}`),
	]);
	expect(requestsThatWrite()).toEqual([]);
});

it("gets nothing where the expression in 'Return All' fails", async () => {
	const parameters = { ...createAssociations({ operation: 'getAll' }), returnAll: TRIMMED };
	const { errorItems } = await run(parameters, [{ from: 1001, x: null }]);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		expect.stringContaining(`The expression in 'Return All' ${SWALLOWED}`),
	]);
});

it.each([[[null, NaN, '']], [[NaN, null, '']], [['', NaN, null]]])(
	'gives rows their own labels whatever stands before them: %p',
	async (labels) => {
		const rows = labels.map((label, index) => ({ from: 1001 + index, to: 5001, label }));
		const parameters = createAssociations({ labels: '={{ $json.label }}' });
		const { items, errorItems } = await run(parameters, rows as IDataObject[]);
		expect(items).toHaveLength(2);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			expect.stringContaining('but is "NaN"'),
		]);
	},
);
