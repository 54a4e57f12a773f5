import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { invalidInput } from '../hubspot/failure';
import { failureJson } from './failures';
import { RESOURCES } from './resources';
import { openSession } from './session';

/**
 * Runs the chosen operation for all items at once. Where the node is set to continue it gives every
 * item a failure instead of throwing: n8n would send the input out of the success output.
 * @throws NodeOperationError or NodeApiError where the node is set to stop
 */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (items.length === 0) return [];
	try {
		return await runOperation(context);
	} catch (error) {
		const known =
			error instanceof NodeApiError || error instanceof NodeOperationError
				? error
				: new NodeOperationError(context.getNode(), messageOf(error));
		if (!context.continueOnFail()) throw known;
		const failure = invalidInput(known.message, known.description ?? undefined);
		return items.map((_, item) => ({
			json: failureJson(failure, item, {}),
			pairedItem: { item },
		}));
	}
}

async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const resourceName = context.getNodeParameter('resource', 0) as string;
	const operationName = context.getNodeParameter('operation', 0) as string;
	const operation = RESOURCES.find(({ option }) => option.value === resourceName)?.operations.find(
		({ option }) => option.value === operationName,
	);
	if (operation) return await operation.execute(await openSession(context));
	throw new NodeOperationError(
		context.getNode(),
		`The 'Operation' ${operationName} of the 'Resource' ${resourceName} does not exist`,
	);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
