import { Workflow, type IDataObject, type INode, type INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';

const node = new HubSpotAssociations();

/** What the editor shows in the output panel before a run. */
function hintsFor(parameters: INodeParameters, items: IDataObject[] = [{}]): string[] {
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const ours: INode = { ...start, id: 'node', name: 'Node', type: 'hubSpot', parameters };
	const workflow = new Workflow({
		nodes: [start, ours],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: {
			getByName: () => node,
			getByNameAndVersion: () => node,
			getKnownTypes: () => ({}),
		},
	});
	const input = items.map((json) => ({ json }));
	return (node.description.hints ?? []).flatMap(({ message, displayCondition = '' }) => {
		const value = workflow.expression.getParameterValue(
			displayCondition,
			null,
			0,
			0,
			ours.name,
			input,
			'manual',
			{},
		);
		// The editor shows no hint whose condition is anything else.
		expect(typeof value).toBe('boolean');
		return value === true ? [message] : [];
	});
}

const ASSOCIATION = { resource: 'association', operation: 'create' };
const TWO = [{ email: 'ada@example.com' }, { email: 'bo@example.com' }];

it('says nothing where all is well', () => {
	expect(
		hintsFor({ ...ASSOCIATION, fromRecordId: '1001', toRecordId: '5001', options: {} }),
	).toEqual([]);
});

it('names the option that an email needs', () => {
	const email = { ...ASSOCIATION, fromRecordId: 'ada@example.com' };
	const hint =
		"'From Record ID' contains an email. Add 'From ID Property' under 'Options' and set it to email.";
	expect(hintsFor(email)).toEqual([hint]);
	expect(hintsFor({ ...email, options: { fromIdProperty: 'email' } })).toEqual([]);
	expect(hintsFor({ ...ASSOCIATION, toRecordId: '={{ $json.email }}' }, TWO)).toEqual([
		hint.replaceAll('From', 'To'),
	]);
});

it('says that the limit of results is for all items together', () => {
	const list = { resource: 'association', operation: 'getAll', returnAll: false };
	expect(hintsFor(list, TWO)).toEqual(["'Limit' applies to all input items together"]);
	expect(hintsFor(list)).toEqual([]);
	expect(hintsFor({ ...list, returnAll: true }, TWO)).toEqual([]);
});

it('says what a plan is', () => {
	expect(hintsFor({ resource: 'association', operation: 'applyPlan' })).toEqual([
		"Apply Plan takes the items that Sync returned with 'Dry Run' on: all of them, or those that you approve",
	]);
});

it('says that options are evaluated once', () => {
	const options = { batchSize: '={{ $json.size }}' };
	expect(hintsFor({ ...ASSOCIATION, options }, TWO)).toEqual([
		"An expression under 'Options' is evaluated once, for the first input item, and applies to all of them",
	]);
	expect(hintsFor({ ...ASSOCIATION, options })).toEqual([]);
});

it('warns of what a sync will delete, unless the run is dry', () => {
	const sync = { resource: 'associationLimit', operation: 'sync' };
	expect(hintsFor({ ...sync, options: { deleteUnlisted: true } })).toEqual([
		"'Delete Unlisted' is on: anything that no item lists will be deleted. Turn on 'Dry Run' to preview it.",
	]);
	expect(hintsFor({ ...sync, options: { deleteUnlisted: true, dryRun: true } })).toEqual([]);
});
