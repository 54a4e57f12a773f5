import { randomUUID } from 'node:crypto';

/** One detail of a refusal, as HubSpot's OpenAPI documents have it. */
export interface ErrorDetail {
	message: string;
	context?: Record<string, string[]>;
}

export interface ErrorFields {
	/** Seen to be absent. */
	category?: string;
	message: string;
	subCategory?: string;
	context?: Record<string, string[]>;
	errors?: ErrorDetail[];
	links?: Record<string, string>;
}

/** Refuses the whole call: a 4xx or 5xx with HubSpot's error body. */
export class HubSpotError extends Error {
	constructor(
		readonly status: number,
		readonly fields: ErrorFields,
	) {
		super(fields.message);
		this.name = 'HubSpotError';
	}
}

/** The body of a whole error. */
export function errorBody(fields: ErrorFields): object {
	return { status: 'error', correlationId: randomUUID(), ...fields };
}

/** One refused input of a batch, inside a 207. `context` has no index: clients match by its values. */
export interface InputError extends ErrorFields {
	status: 'error';
	context: Record<string, string[]>;
}

export function inputError(
	category: string,
	subCategory: string,
	message: string,
	context: Record<string, string[]>,
): InputError {
	return { status: 'error', category, subCategory, message, context };
}

export function invalid(message: string, context?: Record<string, string[]>): HubSpotError {
	return new HubSpotError(400, { category: 'VALIDATION_ERROR', message, context });
}

export function unknownObjectType(name: string): HubSpotError {
	return new HubSpotError(400, { message: `Unable to infer object type from: ${name}` });
}

export function invalidAuthentication(): HubSpotError {
	return new HubSpotError(401, {
		category: 'INVALID_AUTHENTICATION',
		message:
			'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
	});
}

export function expiredAuthentication(expiredAt: number): HubSpotError {
	return new HubSpotError(401, {
		category: 'EXPIRED_AUTHENTICATION',
		message: 'The OAuth token used to make this call expired.',
		context: { 'expire time': [new Date(expiredAt).toISOString()] },
	});
}

export function missingScopes(requiredGranularScopes: string[]): HubSpotError {
	return new HubSpotError(403, {
		category: 'MISSING_SCOPES',
		message:
			"This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
		errors: [
			{
				message: 'One or more of the following scopes are required.',
				context: { requiredGranularScopes },
			},
		],
		links: { scopes: 'https://developers.hubspot.com/scopes' },
	});
}

export function batchTooLarge(maximum: number, size: number): HubSpotError {
	return invalid(`The maximum number of inputs supported in a batch is ${maximum}, got ${size}`);
}
