/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from '../../../nodes/HubSpotAssociations/hubspot/baseUrl';
import { startSimulator, type Simulator } from '../../simulator';
import { byId, createAssociations, runHubSpotNode, writeLimits } from '../support/hubSpotNode';

/** A block of the README that follows `<!-- checked: name -->`. */
const CHECKED_BLOCK = /<!-- checked: ([a-z ]+) -->\s+```\w+\n([^]*?)\n```/g;

const README = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

const blocks = new Map(
	[...README.matchAll(CHECKED_BLOCK)].map(([, name, content]) => [name, content]),
);

function block(name: string): string {
	const content = blocks.get(name);
	if (content === undefined) throw new Error(`The README has no checked block '${name}'`);
	return content;
}

function json(name: string): IDataObject[] {
	return JSON.parse(block(name)) as IDataObject[];
}

function jsonOf(items: INodeExecutionData[]): IDataObject[] {
	return items.map((item) => item.json);
}

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => {
	await simulator.close();
});

it('shows what associating the rows gives', async () => {
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({
			fromRecordId: '={{ $json.contact }}',
			toRecordId: '={{ $json.company }}',
			labels: '={{ $json.role }}',
		}),
		items: json('create rows'),
	});
	expect(jsonOf(items)).toEqual(json('create done'));
	expect(jsonOf(errorItems)).toEqual(json('create refused'));
	expect(hints.map(({ message }) => message)).toEqual([block('create summary')]);
});

it('shows what creating a limit gives', async () => {
	const associationType = { __rl: true, mode: 'label', value: 'Decision Maker' };
	const { items } = await runHubSpotNode({
		simulator,
		parameters: { ...writeLimits('create', { maxToObjectIds: 2 }), associationType },
		items: [{}],
	});
	expect(jsonOf(items)).toEqual(json('limit create'));
});

it('shows what updating a limit gives', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update', {
			associationType: byId('HUBSPOT_DEFINED:279'),
			maxToObjectIds: 3,
		}),
		items: [{}],
	});
	expect(jsonOf(items)).toEqual(json('limit update'));
});

it('shows what a dry run gives', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: createAssociations({ labels: ['USER_DEFINED:36'], options: { dryRun: true } }),
		items: [{ from: '1001', to: '5001' }],
	});
	const atHubSpot = jsonOf(items).map(({ url, ...rest }) => ({
		...rest,
		url: String(url).replace(simulator.url, DEFAULT_BASE_URL),
	}));
	expect(atHubSpot).toEqual(json('dry run'));
});
