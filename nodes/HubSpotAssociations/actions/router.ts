import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { invalidInput } from '../outcome';
import { oneOf } from '../input/values/checks';
import { failureJson } from './run/failures';
import { RESOURCES, type Resource } from './resources';
import { openSession } from './run/session';
import { shiftable } from './run/shiftable';

/**
 * Runs the chosen operation for all items at once. Where the node is set to continue it gives every
 * item a failure instead of throwing: n8n would otherwise send the input out of the success output.
 * @throws NodeOperationError or NodeApiError where the node is set to stop
 */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	if (context.getInputData().length === 0) return [];
	const items = await runOrRefuse(context);
	return context.getNode().onError === 'continueErrorOutput' ? shiftable(items) : items;
}

async function runOrRefuse(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	try {
		return await runOperation(context);
	} catch (error) {
		const known =
			error instanceof NodeApiError || error instanceof NodeOperationError
				? error
				: new NodeOperationError(context.getNode(), messageOf(error));
		if (!context.continueOnFail()) throw known;
		const failure = invalidInput(known.message, known.description ?? undefined);
		return context.getInputData().map((_, item) => ({
			json: failureJson(failure, item, {}),
			pairedItem: { item },
		}));
	}
}

async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const { operations } = chosen(context, 'resource', RESOURCES);
	const operation = chosen(context, 'operation', operations);
	return await operation.execute(await openSession(context));
}

/** @throws NodeOperationError for any other value, as a workflow written by hand may hold */
function chosen<Choice extends Pick<Resource, 'option'>>(
	context: IExecuteFunctions,
	name: 'resource' | 'operation',
	choices: readonly Choice[],
): Choice {
	const values = choices.map(({ option }) => option.value);
	const value = oneOf(context, name, values, context.getNodeParameter(name, 0));
	return choices[values.indexOf(value)];
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
