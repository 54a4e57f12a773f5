import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { RESOURCES } from './resources';
import { openSession } from './session';

/**
 * Runs the chosen operation for all items at once.
 * @throws NodeOperationError for an operation that this version of the node does not have
 */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	if (context.getInputData().length === 0) return [];
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
