import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode } from '../../test/engine/harness';
import { NODE_TYPE } from '../../test/engine/support/hubSpotNode';
import type { BenchRow } from '../rows';
import { ASSOCIATION_TYPE, type Contender, type Measured, type Target } from './contender';
import { measureNode } from './measureNode';

function nodeContender(
	name: string,
	description: string,
	field: (column: string) => string,
): Contender {
	return {
		name,
		description,
		run: async (rows, target) => await runHubSpotNode(rows, target, field),
	};
}

/** This node with two ids dragged in from the row. */
export const node = nodeContender(
	'node',
	'this node, ids dragged in',
	(column) => `={{ $json.${column} }}`,
);

/** The same, but in a form that only n8n's evaluator can read. */
export const nodeThroughEvaluator = nodeContender(
	'node-evaluator',
	"this node, ids read through n8n's evaluator",
	(column) => `={{ ($json.${column}) }}`,
);

async function runHubSpotNode(
	rows: BenchRow[],
	{ url, token }: Target,
	field: (column: string) => string,
): Promise<Measured> {
	return await measureNode(async (watch) => {
		const { items } = await runNode({
			node: watch(new HubSpotAssociations()),
			type: NODE_TYPE,
			items: rows,
			parameters: {
				resource: 'association',
				operation: 'create',
				fromObjectType: { __rl: true, mode: 'list', value: '0-1' },
				toObjectType: { __rl: true, mode: 'list', value: '0-2' },
				fromRecordId: field('from'),
				toRecordId: field('to'),
				labels: [`${ASSOCIATION_TYPE.category}:${ASSOCIATION_TYPE.typeId}`],
			},
			credentials: { hubSpotAssociationsApi: { accessToken: token, baseUrl: url } },
			onError: 'continueRegularOutput',
		});
		return items.filter(({ json }, index) => json.fromObjectId === rows[index].from).length;
	});
}
