import type { IExecuteFunctions } from 'n8n-workflow';
import { createPacer } from '../../sending/pacer';
import { createSender, type Sender } from '../../sending/sender';
import type { Outcome } from '../../outcome';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import { openTransport } from '../../transport';
import { executionClock } from './executionClock';
import { readRunOptions, type RunOptions } from '../../input/options/runOptions';

/** What all steps of one run of the node share. */
export interface Session {
	readonly context: IExecuteFunctions;
	readonly options: RunOptions;
	readonly sender: Sender;
	/** The association types of every pair that has been read in this run, or why they could not be. */
	readonly labels: Map<string, Outcome<AssociationLabel[]>>;
	/** HubSpot's address without a slash at the end. */
	readonly baseUrl: string;
	/** Whether a failed row stops the run: the node's setting 'On Error'. */
	readonly stopsOnFailure: boolean;
}

/**
 * Reads the options and prepares the connection to HubSpot; sends nothing.
 * @throws NodeOperationError when an option or the credential's base URL is wrong
 */
export async function openSession(context: IExecuteFunctions): Promise<Session> {
	const options = readRunOptions(context);
	const authentication = context.getNodeParameter('authentication', 0, 'accessToken') as string;
	const { baseUrl, exchange } = await openTransport(context, authentication, options.timeoutMs);
	const clock = executionClock(context);
	const pacer = createPacer(options.requestsPerTenSeconds, clock);
	const { maxRetries } = options;
	return {
		context,
		options,
		baseUrl,
		labels: new Map(),
		sender: createSender({ exchange, pacer, clock, maxRetries }),
		stopsOnFailure: !context.continueOnFail(),
	};
}
