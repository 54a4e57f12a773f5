import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runAsTool, type ToolRun } from '../../../tools/engine';
import { byId, createAssociations, fromList, writeLimits } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';

/** As the editor writes it when a person lets the model fill a parameter. */
function fromAI(key: string, description: string, type = 'string'): string {
	return `={{ $fromAI('${key}', \`${description}\`, '${type}') }}`;
}

const simulator = simulatorForEachTest();

async function callTool(parameters: INodeParameters, calls: IDataObject[]): Promise<ToolRun> {
	return await runAsTool({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters,
		calls,
		items: [{ from: 'not for the tool' }],
		credentials: {
			hubSpotAssociationsApi: { accessToken: simulator.token, baseUrl: simulator.url },
		},
	});
}

/** What the agent reads of a call that was done. */
function jsonOf({ answers }: ToolRun, call = 0): unknown {
	const answer = answers[call];
	if ('thrown' in answer) throw new Error(answer.thrown);
	return answer.response;
}

it('associates the records and labels that a model names', async () => {
	const tool = await callTool(
		createAssociations({
			fromRecordId: fromAI('From_Record_ID', 'The contact'),
			toRecordId: fromAI('To_Record_ID', 'The company'),
			labels: fromAI('Labels', 'Labels with commas between'),
		}),
		[
			{ From_Record_ID: '1001', To_Record_ID: '5001', Labels: 'Decision Maker, Billing Contact' },
			{ From_Record_ID: '1002', To_Record_ID: '5001', Labels: '' },
		],
	);
	expect(tool.description).toBe('Create associations in HubSpot Associations');
	expect(tool.argumentNames).toEqual(['From_Record_ID', 'To_Record_ID', 'Labels']);
	expect(jsonOf(tool)).toMatchObject([
		{
			fromObjectId: '1001',
			toObjectId: '5001',
			labels: expect.arrayContaining(['Decision Maker']) as unknown,
		},
	]);
	expect(simulator.account.associations('contacts', 'companies')).toEqual([
		{ fromObjectId: '1001', toObjectId: '5001', labels: ['Billing Contact', 'Decision Maker'] },
		expect.objectContaining({ fromObjectId: '1002', toObjectId: '5001' }),
	]);
});

it('changes the limit that a model names, in objects and by a label of its own words', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
	const tool = await callTool(
		writeLimits('update', {
			fromObjectType: byId(fromAI('From_Object_Type', 'Such as contacts')),
			toObjectType: byId(fromAI('To_Object_Type', 'Such as companies')),
			associationType: {
				...(byId(fromAI('Association_Type', 'The label')) as object),
				mode: 'label',
			} as INodeParameters,
			maxToObjectIds: fromAI('Maximum_Associated_Records', 'The maximum', 'number'),
		}),
		[
			{
				From_Object_Type: 'contacts',
				To_Object_Type: 'companies',
				Association_Type: 'decision maker',
				Maximum_Associated_Records: 8,
			},
		],
	);
	expect(tool.description).toBe('Update association limits in HubSpot Associations');
	expect(jsonOf(tool)).toMatchObject([{ category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 8 }]);
	expect(simulator.account.limitList()).toMatchObject([{ typeId: 36, maxToObjectIds: 8 }]);
});

it('tells the model what was wrong, so that it can ask again', async () => {
	const tool = await callTool(
		writeLimits('upsert', {
			fromObjectType: fromList('0-1'),
			associationType: byId('USER_DEFINED:36'),
			maxToObjectIds: fromAI('Maximum', 'The maximum', 'number'),
		}),
		[{ Maximum: 0 }, { Maximum: 4 }],
	);
	expect(JSON.stringify(tool.answers[0])).toContain(
		"'Maximum Associated Records' must be a whole number between 1 and 2147483647, but is 0",
	);
	expect(jsonOf(tool, 1)).toMatchObject([{ action: 'created', maxToObjectIds: 4 }]);
	expect(requestLines(simulator)).toHaveLength(2);
});
