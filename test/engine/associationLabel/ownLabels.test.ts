import type { INodeParameters } from 'n8n-workflow';
import { simulatorForEachTest } from '../../support/simulator';
import { calls } from '../support/associations';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest();

/** An operation on the labels of contacts and a custom object, or of contacts and companies. */
function onLabel(operation: string, toObjectType = '2-77'): INodeParameters {
	return {
		resource: 'associationLabel',
		operation,
		fromObjectType: byId('0-1'),
		toObjectType: byId(toObjectType),
		associationType: byId('={{ $json.type }}'),
		label: 'Renamed',
	};
}

function unlabeledOf(object: string): string {
	const [{ category, typeId }] = simulator.account.labels('contacts', object);
	return `${category}:${typeId}`;
}

describe.each(['update', 'delete'])('%s', (operation) => {
	it("refuses a custom object's type without a label, and takes its labels", async () => {
		const unlabeled = unlabeledOf('2-77');
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel(operation),
			items: [{ type: unlabeled }, { type: 'USER_DEFINED:45' }],
		});
		expect(items).toMatchObject([{ json: { typeId: 45 }, pairedItem: { item: 1 } }]);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			`'Label' is ${unlabeled}, the unlabeled association of contacts → 2-77. Pick a label: HubSpot does not allow an unlabeled association type to be changed or deleted.`,
		]);
		expect(calls(simulator)[0]).toBe('GET labels 0-1>2-77');
		// An update of one text reads the other side, too.
		expect(calls(simulator)).toHaveLength(operation === 'update' ? 3 : 2);
	});

	it("refuses HubSpot's own unlabeled type without asking", async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel(operation, '0-2'),
			items: [{ type: 'HUBSPOT_DEFINED:279' }],
		});
		expect(errorItems[0].json.message).toContain('which your account did not create');
		expect(calls(simulator)).toEqual([]);
	});

	it('refuses the rows of a custom object whose labels cannot be read', async () => {
		simulator.faults.add({ method: 'GET', fault: { kind: 'status', status: 403 } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: onLabel(operation),
			items: [{ type: 'USER_DEFINED:45' }],
		});
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(1);
		expect(calls(simulator)).toEqual(['GET labels 0-1>2-77']);
	});
});
