import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { readRows } from '../../../nodes/HubSpotAssociations/input/rows/rows';

const node = { id: '1', name: 'HubSpot', type: 'hubSpotAssociations', typeVersion: 1 };
const context = {
	getInputData: () => [{ json: {} }, { json: {} }],
	getNode: () => ({ ...node, position: [0, 0], parameters: {} }),
} as unknown as IExecuteFunctions;

it('refuses the row alone whose expression cannot be resolved', () => {
	const rows = readRows(context, (item) => {
		if (item === 0) return succeed('read');
		const description = 'Correct it.';
		throw new NodeOperationError(context.getNode(), 'Not resolved', { description });
	});
	expect(rows).toEqual([
		succeed('read'),
		{
			ok: false,
			failure: expect.objectContaining({ message: 'Not resolved', advice: 'Correct it.' }),
		},
	]);
});

it('takes nothing else that is thrown for what is in a row', () => {
	const broken = () => {
		throw new TypeError('a fault of our own');
	};
	expect(() => readRows(context, broken)).toThrow('a fault of our own');
});
