import type { ErrorFields } from './errors';
import type { PolicyName } from './RateLimiter';

/** The body of a 429, as recorded traffic has it. */
export function rateLimitBody(policyName: PolicyName): object {
	return {
		status: 'error',
		message: `You have reached your ${policyName.toLowerCase()} limit.`,
		errorType: 'RATE_LIMIT',
		policyName,
	};
}

/** What HubSpot says with a status that is switched on as a fault. Categories from HubSpot's guide to errors where it names them. */
const STATUS_FIELDS: Record<number, ErrorFields> = {
	400: { category: 'VALIDATION_ERROR', message: 'The request is not valid' },
	401: {
		category: 'EXPIRED_AUTHENTICATION',
		message: 'The OAuth token used to make this call expired.',
		context: { 'expire time': ['2026-01-01T00:00:00.000Z'] },
	},
	403: { category: 'MISSING_SCOPES', message: 'The scope needed for this call is missing' },
	404: { category: 'OBJECT_NOT_FOUND', message: 'Resource not found' },
	423: { category: 'LOCKED', message: 'The resource is locked. Try again later.' },
	437: { category: 'VALIDATION_ERROR', message: 'The limit of association labels is reached' },
	477: { category: 'MIGRATION_IN_PROGRESS', message: 'The data of this account is being moved.' },
};

export function statusFields(status: number): ErrorFields {
	return (
		STATUS_FIELDS[status] ?? {
			category: 'INTERNAL_ERROR',
			message: `Answered ${status} on purpose`,
		}
	);
}
