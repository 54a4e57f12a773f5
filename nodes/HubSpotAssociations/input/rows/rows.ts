import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { fail, invalidInput, type Outcome } from '../../outcome';

/**
 * Reads every item of the input on its own: an expression that n8n cannot resolve for one item is
 * that item's failure.
 */
export function readRows<Row>(
	context: IExecuteFunctions,
	read: (itemIndex: number) => Outcome<Row>,
): Array<Outcome<Row>> {
	return context.getInputData().map((_, itemIndex) => {
		try {
			return read(itemIndex);
		} catch (error) {
			if (!(error instanceof NodeOperationError)) {
				throw new NodeOperationError(context.getNode(), error as Error, { itemIndex });
			}
			return fail(invalidInput(error.message, error.description ?? undefined));
		}
	});
}
