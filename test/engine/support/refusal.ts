import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { runHubSpotNode } from './hubSpotNode';

/** What a person is told for one item that cannot be done, and what was sent for it. */
export async function refusalOf(
	simulator: Simulator,
	parameters: INodeParameters,
	item: Record<string, unknown>,
	token?: string,
): Promise<{ message: unknown; writes: number; requests: number; details: unknown }> {
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
		details: json.details,
		requests: simulator.requests.length,
		writes: simulator.requests.filter(({ method, status }) => method !== 'GET' && status < 400)
			.length,
	};
}
