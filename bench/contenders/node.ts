import type { INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode } from '../../tools/engine';
import { createAssociations } from '../../tools/hubSpotNode';
import { NODE_TYPE } from '../../tools/project';
import type { BenchRow } from '../rows';
import { ASSOCIATION_TYPE, type Contender, type Measured, type Target } from './contender';
import { measureNode } from './measureNode';

/** So high that only the work itself takes time. */
const UNLIMITED_RATE = 1_000_000;

/** This node in n8n's engine, with two ids dragged in from the row. */
export const node = nodeContender('engine-node');

/** The same, but in a form that only n8n's evaluator can read. */
export const nodeThroughEvaluator = nodeContender('engine-node-evaluator', {
	fromRecordId: '={{ ($json.from) }}',
	toRecordId: '={{ ($json.to) }}',
});

/** Without waiting for HubSpot's rate limit, to see how the work itself grows. */
export const nodeUnlimited = nodeContender('engine-node-unlimited', {
	options: { requestsPerTenSeconds: UNLIMITED_RATE },
});

/** Contacts known by email, which the node looks up. */
export const nodeByEmail = nodeContender('engine-node-by-email', {
	options: { fromIdProperty: 'email' },
});

function nodeContender(name: string, parameters: INodeParameters = {}): Contender {
	return { name, run: async (rows, target) => await runHubSpotNode(rows, target, parameters) };
}

async function runHubSpotNode(
	rows: BenchRow[],
	{ url, token }: Target,
	parameters: INodeParameters,
): Promise<Measured> {
	return await measureNode(async (watch) => {
		const { items } = await runNode({
			node: watch(new HubSpotAssociations()),
			type: NODE_TYPE,
			items: rows,
			parameters: createAssociations({
				labels: [`${ASSOCIATION_TYPE.category}:${ASSOCIATION_TYPE.typeId}`],
				...parameters,
			}),
			credentials: { hubSpotAssociationsApi: { accessToken: token, baseUrl: url } },
			onError: 'continueRegularOutput',
		});
		return items.filter(({ json }, row) => json.toObjectId === rows[row].to).length;
	});
}
