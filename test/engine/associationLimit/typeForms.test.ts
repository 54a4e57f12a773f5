import { byId, runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest();

const MODES = ['list', 'label', 'id'];

describe.each(MODES)('an association type in the mode %s', (mode) => {
	const associationType = { ...byId('={{ $json.type }}'), mode };

	it("takes a label's name, a type ID and CATEGORY:typeId in one column", async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits('create', { associationType }),
			items: [
				{ type: 'decision maker', maximum: 3 },
				{ type: '38', maximum: 4 },
				{ type: 279, maximum: 5 },
				{ type: 'HUBSPOT_DEFINED:1', maximum: 5 },
			],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => [json.category, json.typeId])).toEqual([
			['USER_DEFINED', 36],
			['USER_DEFINED', 38],
			['HUBSPOT_DEFINED', 279],
			['HUBSPOT_DEFINED', 1],
		]);
	});

	it('takes the same for a label to delete', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: {
				...writeLimits('delete', { associationType }),
				resource: 'associationLabel',
			},
			items: [{ type: 'Decision Maker' }, { type: 'USER_DEFINED:38' }],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.typeId)).toEqual([36, 38]);
	});
});

it('takes a label that looks like a number by its name in the mode By Label', async () => {
	simulator.account.addLabel('contacts', 'companies', {
		label: '38',
		typeId: 50,
		inverseTypeId: 51,
	});
	const { items } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('create', {
			associationType: { ...byId('={{ $json.type }}'), mode: 'label' },
		}),
		items: [{ type: '38', maximum: 3 }],
	});
	expect(items[0].json).toMatchObject({ category: 'USER_DEFINED', typeId: 50 });
});
