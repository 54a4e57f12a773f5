import { createAssociations, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

const MISSING = 999_999;

describe('when rows are refused', () => {
	const items = [
		{ from: 1001, to: 5001, name: 'Ada' },
		{ from: MISSING, to: 5002, name: 'Grace' },
		{ from: 'abc', to: 5003, name: 'Joan' },
		{ from: 1004, to: 5004, name: 'Mary' },
	];

	it('continue on the error output: refused items leave there, merged with their input', async () => {
		const run = await runHubSpotNode({ simulator, parameters: createAssociations(), items });
		expect(run.items.map(({ json }) => json.fromObjectId)).toEqual(['1001', '1004']);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(run.errorItems.map(({ json }) => json)).toEqual([
			{
				...items[1],
				message:
					"No contact with ID 999999 exists. Check 'From Record ID': the record may have been deleted or merged, or belong to another object.",
				error: {
					message: 'No contact with ID 999999 exists [item 1]',
					state: 'refused',
					retryable: false,
					status: 200,
					category: 'OBJECT_NOT_FOUND',
					subCategory: 'crm.associations.FROM_OBJECT_NOT_FOUND',
					context: { objectType: ['contact'], id: ['999999'] },
					...CONTACTS_TO_COMPANIES,
					fromObjectId: '999999',
					toObjectId: '5002',
				},
			},
			{
				...items[2],
				message: `'From Record ID' must be a record ID made of digits, but is "abc". Copy the record ID from HubSpot, or paste the address of the record's page. For an email, a domain or another property, add 'From ID Property' under 'Options'.`,
				error: {
					message: `'From Record ID' must be a record ID made of digits, but is "abc" [item 2]`,
					state: 'notSent',
					retryable: false,
				},
			},
		]);
	});

	it('continue on the error output, always output data: n8n adds an empty item if all are refused', async () => {
		const run = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items: items.slice(1, 3),
			alwaysOutputData: true,
		});
		expect(run.items.map(({ json }) => json)).toEqual([{}]);
		expect(run.errorItems).toHaveLength(2);
	});

	it('continue on the regular output: every item in the order of the input', async () => {
		const run = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items,
			onError: 'continueRegularOutput',
		});
		expect(run.items.map(({ json }) => json.fromObjectId ?? reasonOf({ json }))).toEqual([
			'1001',
			expect.stringContaining('999999'),
			expect.stringContaining('abc'),
			'1004',
		]);
		expect(run.hints).toEqual([
			{
				message: '4 items · 2 done · 1 refused · 1 not sent · 1 request',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('stop: an item that cannot be valid stops the run before any request', async () => {
		const run = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items,
			onError: 'stopWorkflow',
		});
		expect(run.error).toMatchObject({
			name: 'NodeOperationError',
			message: `'From Record ID' must be a record ID made of digits, but is "abc" [item 2]`,
			context: { itemIndex: 2 },
		});
		expect(simulator.requests).toEqual([]);
	});

	it('stop: a rejection by HubSpot names the item and what became of the others', async () => {
		const run = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ options: { batchSize: 2, maxConcurrency: 1 } }),
			items: items.filter(({ from }) => from !== 'abc'),
			onError: 'stopWorkflow',
		});
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: 'No contact with ID 999999 exists [item 1]',
			description:
				"Check 'From Record ID': the record may have been deleted or merged, or belong to another object. 1 done, 1 refused, 1 not sent.",
			context: { itemIndex: 1 },
		});
		expect(simulator.requests).toHaveLength(1);
	});
});
