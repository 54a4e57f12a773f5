import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import * as createAssociation from './association/create.operation';
import * as createLimit from './associationLimit/create.operation';
import * as updateLimit from './associationLimit/update.operation';
import { openSession, type Session } from './session';

interface Operation {
	execute(session: Session): Promise<INodeExecutionData[]>;
}

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	association: { create: createAssociation },
	associationLimit: { create: createLimit, update: updateLimit },
};

/**
 * Runs the chosen operation for all items at once.
 * @throws NodeOperationError for an operation that this version of the node does not have
 */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	if (context.getInputData().length === 0) return [];
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const chosen = OPERATIONS[resource]?.[operation];
	if (chosen) return await chosen.execute(await openSession(context));
	throw new NodeOperationError(
		context.getNode(),
		`The 'Operation' ${operation} of the 'Resource' ${resource} does not exist`,
	);
}
