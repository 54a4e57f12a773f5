import { isObject, objectsIn, textOf, type JsonObject } from '../../json';
import type { Failure } from '../../outcome';
import { adviceFor, WRONG_ADDRESS } from './advice';
import type { Answer } from './answer';
import { codeIn, contextOf, messageIn, messageWithReasons, scopesIn, sentence } from './errorBody';
import { batchMaximumIn, reachOf } from './reach';
import { refuse, type Refusal } from './refusal';

/**
 * HubSpot's error bodies → Failure. Every field is treated as optional, as HubSpot's documentation
 * asks for.
 */

/** Reads the refusal in an answer with any status but 2xx. */
export function rejectionOf(answer: Answer, batchLength: number): Refusal {
	if (answer.blocked) return refuse('run', blockedFailure(answer.blocked));
	const { status } = answer;
	if (isRedirect(answer)) return refuse('run', redirected(status));
	const body = isObject(answer.body) ? answer.body : {};
	const message = messageIn(body) ?? `HubSpot responded with status ${status}`;
	const described = describe(
		body,
		message,
		codeIn(body.category) ?? codeIn(body.policyName),
		status,
	);
	const failure: Failure = {
		...described,
		advice: status === 404 && !isObject(answer.body) ? WRONG_ADDRESS : described.advice,
		// A server that fails may have done its work before; a refusal changes nothing and stays one.
		state: status >= 500 ? 'unknown' : 'refused',
		retryable: status >= 500,
		status,
	};
	return {
		...refuse(reachOf(answer, message), failure),
		batchMaximum: batchMaximumIn(status, message, batchLength),
	};
}

function isRedirect({ status }: Answer): boolean {
	return status >= 300 && status < 400;
}

/** Redirects are not followed: the host that they name would receive the token. */
function redirected(status: number): Failure {
	return {
		message: `The address in 'Base URL' redirects to another one (status ${status}), which the node does not follow`,
		advice: "Enter the address of HubSpot's API itself as the 'Base URL' of the credential.",
		state: 'refused',
		retryable: false,
		status,
	};
}

/** Describes a request that never left and never would. */
function blockedFailure(reason: string): Failure {
	return { message: sentence(reason), state: 'notSent', retryable: false };
}

/** Reads the `errors` of a batch, whatever the status: 200, 201 or 207. */
export function inputRejections({ body, status }: Answer): Failure[] {
	const errors = isObject(body) ? objectsIn(body.errors) : [];
	return errors.map((error) => rejectionOfInput(error, status));
}

function rejectionOfInput(error: JsonObject, status: number): Failure {
	const message = messageIn(error) ?? 'HubSpot refused this row without giving a reason';
	return {
		...describe(error, message, codeIn(error.category)),
		state: 'refused',
		retryable: false,
		status,
	};
}

function describe(body: JsonObject, message: string, category?: string, status?: number) {
	const subCategory = codeIn(body.subCategory);
	const context = contextOf(body.context);
	const missingScopes = scopesIn(body);
	const words = [message, textOf(body.subCategory), ...Object.keys(context ?? {})].join(' ');
	return {
		message:
			missingScopes.length > 0
				? `The credential is missing these scopes: ${missingScopes.join(', ')}`
				: messageWithReasons(message, body, context),
		advice: adviceFor([subCategory, category], words, status),
		category,
		subCategory,
		correlationId: codeIn(body.correlationId),
		missingScopes: missingScopes.length > 0 ? missingScopes : undefined,
		context,
	};
}
