import type { IExecuteFunctions } from 'n8n-workflow';
import { fail, invalidInput, type Outcome } from '../hubspot/failure';

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
			const message = error instanceof Error ? error.message : String(error);
			return fail(invalidInput(`An expression cannot be resolved: ${message}`));
		}
	});
}
