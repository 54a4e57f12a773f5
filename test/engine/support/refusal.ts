import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

/** What a person is told for one item that cannot be done, and what was sent for it. */
export async function refusalOf(
	simulator: Simulator,
	parameters: INodeParameters,
	item: Record<string, unknown>,
	token?: string,
): Promise<{ message: unknown; writes: number; requests: number; error: IDataObject }> {
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters,
		items: [item as never],
		token,
	});
	expect(errorItems).toHaveLength(1);
	const { json } = errorItems[0];
	return {
		message: json.message,
		error: errorOf(errorItems[0]),
		requests: simulator.requests.length,
		writes: simulator.requests.filter(({ method, status }) => method !== 'GET' && status < 400)
			.length,
	};
}

/** What a failed item says of its failure, for a workflow to branch on. */
export function errorOf({ json }: Pick<INodeExecutionData, 'json'>): IDataObject {
	return json.error as IDataObject;
}

/** What kept the row of a failed item from being done, with the item's number. */
export function reasonOf(item: Pick<INodeExecutionData, 'json'>): unknown {
	return errorOf(item).message;
}
