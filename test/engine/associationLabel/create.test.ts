import type { INodeParameters } from 'n8n-workflow';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { errorOf, reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

const LABELS = '/crm/associations/2026-03/contacts/companies/labels';

function createLabel(further: INodeParameters = {}): INodeParameters {
	return {
		resource: 'associationLabel',
		operation: 'create',
		fromObjectType: byId('={{ $json.from ?? "contacts" }}'),
		toObjectType: byId('={{ $json.to ?? "companies" }}'),
		label: '={{ $json.label }}',
		inverseLabel: '={{ $json.inverse }}',
		internalName: '={{ $json.name }}',
		...further,
	};
}

function labelTexts(from = 'contacts', to = 'companies') {
	return simulator.account.labels(from, to).map(({ label }) => label);
}

function typeIdOf(label: string, from = 'contacts', to = 'companies') {
	return simulator.account.labels(from, to).find((one) => one.label === label)?.typeId;
}

function created(bodies = simulator.requests) {
	return bodies.filter(({ method }) => method === 'POST').map(({ body }) => body);
}

it('makes a pair of labels and tells the types of both directions', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Account Manager', inverse: 'Managed Account' }],
	});
	expect(errorItems).toEqual([]);
	expect(items.map(({ json }) => json)).toEqual([
		{
			...CONTACTS_TO_COMPANIES,
			category: 'USER_DEFINED',
			typeId: typeIdOf('Account Manager'),
			label: 'Account Manager',
			inverseTypeId: typeIdOf('Managed Account', 'companies', 'contacts'),
			inverseLabel: 'Managed Account',
			internalName: 'account_manager',
		},
	]);
	expect(requestLines(simulator)).toEqual([`GET ${LABELS}`, `POST ${LABELS}`]);
	expect(created()).toEqual([
		{ name: 'account_manager', label: 'Account Manager', inverseLabel: 'Managed Account' },
	]);
});

it('asks for the directions of labels that read alike, one request a pair', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Board Member' }, { label: 'Investor' }],
	});
	expect(items.map(({ json }) => [json.typeId, json.inverseTypeId])).toEqual(
		['Board Member', 'Investor'].map((label) => [
			typeIdOf(label),
			typeIdOf(label, 'companies', 'contacts'),
		]),
	);
	expect(requestLines(simulator)).toEqual([
		`GET ${LABELS}`,
		`POST ${LABELS}`,
		`POST ${LABELS}`,
		`GET ${LABELS}`,
	]);
});

it('gives a label between records of one object one type for both directions', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ from: 'contacts', to: 'contacts', label: 'Friend' }],
	});
	const typeId = typeIdOf('Friend', 'contacts', 'contacts');
	expect(items[0].json).toMatchObject({ typeId, inverseTypeId: typeId });
	expect(requestLines(simulator)).toHaveLength(2);
});

it('makes the same label once, and gives names that differ', async () => {
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: createLabel({ options: { maxConcurrency: 1 } }),
		items: [
			{ label: 'Boss' },
			{ label: 'boss' },
			{ label: 'Boss' },
			{ label: '2nd Contact' },
			{ label: 'Décideur-clé' },
			{ label: '決裁者' },
			{ label: 'Named', name: 'boss_2' },
		],
	});
	expect(errorItems).toEqual([]);
	expect(items.map(({ json }) => json.internalName)).toEqual([
		'boss',
		'boss_3',
		'boss',
		'label_2nd_contact',
		'decideur_cle',
		'label_6c7a_88c1_8005',
		'boss_2',
	]);
	expect(created()).toHaveLength(6);
	expect(hints[0].message).toContain('1 merged with an earlier one');
});

it('makes no label twice when the answer is lost', async () => {
	simulator.faults.add({ method: 'POST', fault: { kind: 'lostAfter' } });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Account Manager', inverse: 'Managed Account' }],
	});
	expect(labelTexts().filter((label) => label === 'Account Manager')).toHaveLength(1);
	expect(items[0].json).toMatchObject({
		typeId: typeIdOf('Account Manager'),
		inverseTypeId: typeIdOf('Managed Account', 'companies', 'contacts'),
	});
	expect(created()).toHaveLength(1);
});

it.each([
	{ from: 'companies', to: 'contacts', label: 'Decision Maker', known: true },
	{ from: 'contacts', to: 'contacts', label: 'Peer', inverse: 'Peer', known: false },
	{ from: 'contacts', to: 'contacts', label: 'Mentor', inverse: 'Friend', known: true },
])('guesses no type of two with one text after a lost answer: %j', async ({ known, ...row }) => {
	simulator.refill({ behaviour: { labelNamesAreUnique: false } });
	simulator.account.addLabel('contacts', 'contacts', { label: 'Fan', inverseLabel: 'Friend' });
	simulator.faults.add({ method: 'POST', fault: { kind: 'lostAfter' } });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [row],
	});
	const typeId = known ? typeIdOf(row.label, row.from, row.to) : null;
	expect(items[0].json).toMatchObject({ label: row.label, typeId, inverseTypeId: null });
});

it('makes a label again whose request was lost', async () => {
	simulator.faults.add({ method: 'POST', fault: { kind: 'lostBefore' } });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Account Manager', inverse: 'Managed Account' }],
	});
	expect(items[0].json).toMatchObject({ typeId: typeIdOf('Account Manager') });
	expect(created()).toHaveLength(2);
});

it('names the labels used and allowed when HubSpot refuses one more', async () => {
	simulator.refill({ behaviour: { labelsPerPair: 2 } });
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'One' }, { label: 'Two' }],
	});
	expect(errorItems.map(reasonOf)).toEqual(
		[0, 1].map(
			(item) =>
				`No more than 2 association types are allowed between 0-1 and 0-2: 2 of 2 labels of contacts → companies are in use [item ${item}]`,
		),
	);
	expect(errorOf(errorItems[0])).toMatchObject({ status: 437, label: 'One' });
	expect(simulator.requests.map(({ method, path, query }) => [method, path + query])).toEqual([
		['GET', LABELS],
		['POST', LABELS],
		['POST', LABELS],
		['GET', '/crm/limits/2026-03/associations/labels?fromObjectTypeId=0-1&toObjectTypeId=0-2'],
	]);
});

describe('internal names, which are unique in the account', () => {
	const names = () =>
		simulator.requests.flatMap(({ method, body, status }) =>
			method === 'POST' ? [`${(body as { name: string }).name} ${status}`] : [],
		);

	beforeEach(() => {
		simulator.account.addLabel('deals', 'tickets', { label: 'Chair', name: 'chair' });
		simulator.account.addLabel('deals', 'companies', { label: 'Chair', name: 'chair_2' });
	});

	it('takes the next derived name that no label of other objects has', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createLabel(),
			items: [{ label: 'Chair' }, { label: 'Seat' }],
		});
		expect(items.map(({ json }) => json.internalName)).toEqual(['chair_3', 'seat']);
		expect(names().sort()).toEqual(['chair 400', 'chair_2 400', 'chair_3 200', 'seat 200']);
	});

	it('keeps the name after a lost answer', async () => {
		simulator.faults.add({ method: 'POST', after: 2, fault: { kind: 'lostBefore' } });
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createLabel(),
			items: [{ label: 'Chair' }],
		});
		expect(items[0].json.internalName).toBe('chair_3');
		expect(names().map((name) => name.split(' ')[0])).toEqual([
			'chair',
			'chair_2',
			'chair_3',
			'chair_3',
		]);
	});

	it('refuses a name that the row states', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: createLabel(),
			items: [{ label: 'Seat', name: 'chair' }],
		});
		expect(errorItems[0].json.message).toBe(
			"Association definition named chair already exists for portal. Another label of the account has this internal name. Enter another 'Internal Name', or leave it empty to have one derived.",
		);
		expect(names()).toEqual(['chair 400']);
	});

	it('gives labels of different objects in one run different names', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createLabel(),
			items: [
				{ label: 'Peer', from: 'contacts', to: 'companies' },
				{ label: 'Peer', from: 'contacts', to: 'deals' },
			],
		});
		expect(items.map(({ json }) => json.internalName)).toEqual(['peer', 'peer_2']);
	});
});

it('takes the unlabeled pair beside a custom object’s first label for no label', async () => {
	simulator.account.addObjectType({ name: 'boat', pluralName: 'boats', objectTypeId: '2-500' });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Skipper', from: 'contacts', to: '2-500' }],
	});
	expect(items[0].json).toMatchObject({
		label: 'Skipper',
		typeId: typeIdOf('Skipper', 'contacts', '2-500'),
	});
});

it('says what HubSpot says of one label, and asks nothing more about it', async () => {
	const message = 'Association definition label Chair already exists on ObjectType pair';
	const subCategory = 'AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL';
	const body = { status: 'error', category: 'VALIDATION_ERROR', subCategory, message };
	simulator.faults.add({ method: 'POST', fault: { kind: 'status', status: 400, body } });
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [{ label: 'Chair' }],
	});
	expect(errorItems[0].json.message).toBe(
		`${message}. Use the label that the two objects already have, change it with the 'Create or Update' operation, or give the new one another text.`,
	);
	expect(simulator.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
});

it('refuses what cannot be meant before anything is sent', async () => {
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: createLabel(),
		items: [
			{ label: ' ' },
			{ label: ['a'] },
			{ label: 'Hyphen', name: 'my-name' },
			{ label: 'Digit', name: '1st' },
			{ label: 'A', inverse: 'B' },
			{ label: 'A', inverse: 'C' },
			{ label: 'Owner', inverse: 'Owned' },
			{ from: 'companies', to: 'contacts', label: 'Owned', inverse: 'Owner' },
			{ label: 'X', name: 'same' },
			{ label: 'Y', name: 'same' },
		],
	});
	expect(errorItems.map(reasonOf)).toEqual([
		"'Label' is empty [item 0]",
		"'Label' must be text, but is a list of 1 [item 1]",
		'\'Internal Name\' must not contain a hyphen or begin with a digit, but is "my-name" [item 2]',
		'\'Internal Name\' must not contain a hyphen or begin with a digit, but is "1st" [item 3]',
		'Items describe the label "A" of contacts → companies differently: items 4, 5 [item 4]',
		'Items describe the label "A" of contacts → companies differently: items 4, 5 [item 5]',
		'"Owned" of companies → contacts is the label of item 6, seen from the other side [item 7]',
		"'Internal Name' same is used for more than one label [item 8]",
		"'Internal Name' same is used for more than one label [item 9]",
	]);
	expect(created()).toEqual([{ name: 'owner', label: 'Owner', inverseLabel: 'Owned' }]);
});

it('shows in a dry run what it would make', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createLabel({ options: { dryRun: true } }),
		items: [{ label: 'Account Manager' }],
	});
	expect(items[0].json).toEqual({
		dryRun: true,
		action: 'created',
		...CONTACTS_TO_COMPANIES,
		label: 'Account Manager',
		inverseLabel: 'Account Manager',
		category: 'USER_DEFINED',
		typeId: null,
		inverseTypeId: null,
		internalName: 'account_manager',
		method: 'POST',
		url: `${simulator.url}${LABELS}`,
		batch: 1,
		input: { name: 'account_manager', label: 'Account Manager' },
	});
	expect(requestLines(simulator)).toEqual([`GET ${LABELS}`]);
});
