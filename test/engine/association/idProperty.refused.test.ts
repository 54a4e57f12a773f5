import type { IDataObject } from 'n8n-workflow';
import { simulatorForEachTest } from '../../support/simulator';
import { callCounts, calls } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { byEmailAndDomain, domainOf, emailOf } from '../support/idProperties';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

describe('refuses a row', () => {
	const createWith = async (item: IDataObject, options: IDataObject = {}) =>
		await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({}, options),
			items: [{ from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) }, item],
		});

	it('whose record is not found, and names both values', async () => {
		const { items, errorItems } = await createWith({
			from: 'nobody@example.com',
			to: 'no.example',
		});
		expect(items).toHaveLength(1);
		expect(errorItems.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				message:
					'No record of contacts has the email "nobody@example.com" (parameter \'From Record ID\'); No record of companies has the domain "no.example" (parameter \'To Record ID\'). Check the value, or create the record first.',
				error: {
					message: expect.stringMatching(/ \[item \d\]$/),
					state: 'notSent',
					retryable: false,
					...CONTACTS_TO_COMPANIES,
					fromIdProperty: 'email',
					fromIdValue: 'nobody@example.com',
					toIdProperty: 'domain',
					toIdValue: 'no.example',
				},
			}),
		]);
	});

	it('whose value more than one record has', async () => {
		simulator.account.addRecord('companies', '9999', { domain: 'shared.example' });
		simulator.account.addRecord('companies', '9998', { domain: 'Shared.example' });
		const { errorItems } = await createWith({
			from: emailOf(simulator, 1001),
			to: 'SHARED.example',
		});
		expect(errorItems.map(reasonOf)).toEqual([
			'More than one record of companies has the domain "SHARED.example": 9999, 9998 (parameter \'To Record ID\') [item 1]',
		]);
	});

	it.each([
		['', "'From Record ID' is empty"],
		['   ', "'From Record ID' is empty"],
		[null, "'From Record ID' is empty"],
		[['a@b.c'], "'From Record ID' must be one value of the property email, but is a list of 1"],
		[{ a: 1 }, "'From Record ID' must be one value of the property email, but is an object"],
		[true, "'From Record ID' must be one value of the property email, but is a boolean"],
	])('whose value is %j', async (from, message) => {
		const { errorItems } = await createWith({ from, to: domainOf(simulator, 5001) });
		expect(errorItems.map(reasonOf)).toEqual([`${message} [item 1]`]);
	});

	it('whose property HubSpot does not know, with what HubSpot says', async () => {
		simulator.faults.add({
			path: /search$/,
			times: Infinity,
			fault: {
				kind: 'status',
				status: 400,
				body: {
					status: 'error',
					category: 'VALIDATION_ERROR',
					message: 'There is no property nope.',
				},
			},
		});
		const { items, errorItems } = await createWith(
			{ from: emailOf(simulator, 1001), to: 'x' },
			{ toIdProperty: 'nope' },
		);
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			"There is no property nope (parameter 'To Record ID')",
			"There is no property nope (parameter 'To Record ID')",
		]);
	});

	it('and the whole lookup where the credential may not read the object', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			token: simulator.issueToken({ scopes: ['oauth'] }),
			parameters: byEmailAndDomain(),
			items: Array.from({ length: 300 }, (_, index) => ({
				from: emailOf(simulator, 1001 + index),
				to: domainOf(simulator, 5001),
			})),
		});
		expect(errorItems).toHaveLength(300);
		expect(errorItems[299].json.message).toContain('The credential is missing these scopes');
		expect(callCounts(simulator)).toEqual({ 'batch/read 0-1': 1, 'batch/read 0-2': 1 });
	});
});

describe('set to stop', () => {
	it('writes nothing where a record is not found', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) },
				{ from: 'nobody@example.com', to: domainOf(simulator, 5001) },
				{ from: 'nobody.else@example.com', to: domainOf(simulator, 5001) },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe(
			'No record of contacts has the email "nobody@example.com" (parameter \'From Record ID\') [item 1]',
		);
		expect(error?.description).toContain('1 other item');
		expect(callCounts(simulator)).toEqual({
			'batch/read 0-1': 1,
			'batch/read 0-2': 1,
			'search 0-2': 1,
		});
		expect(simulator.account.associations('contacts', 'companies')).toEqual([]);
	});

	it('sends nothing at all where a value is missing', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) },
				{ to: domainOf(simulator, 5001) },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe("'From Record ID' is empty [item 1]");
		expect(error?.description).toContain("Map the field that holds the record's email");
		expect(calls(simulator)).toEqual([]);
	});
});

it.each([
	[
		'fromIdProperty',
		'e mail',
		'\'From ID Property\' must be the internal name of one property, but is "e mail"',
	],
	[
		'toIdProperty',
		'a/b',
		'\'To ID Property\' must be the internal name of one property, but is "a/b"',
	],
])('refuses %s "%s"', async (name, value, message) => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: byEmailAndDomain({}, { [name]: value }),
		items: [{ from: 'a@example.com', to: 'b.example' }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(message);
	expect(calls(simulator)).toEqual([]);
});
