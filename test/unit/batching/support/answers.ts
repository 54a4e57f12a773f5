import type { Answer } from '../../../../nodes/HubSpotAssociations/hubspot/api/answer';

/** Answers as HubSpot and the network in front of it give them. */

export function answer(status: number, body: unknown = '', headers: object = {}): Answer {
	return { status, body, headers: { ...headers } };
}

export function lost(lostCode = 'ECONNRESET'): Answer {
	return { status: 0, headers: {}, body: undefined, lostCode };
}

export function unsent(unsentCode = 'ECONNREFUSED'): Answer {
	return { status: 0, headers: {}, body: undefined, unsentCode };
}

export function refusal(
	status: number,
	message: string,
	context: Record<string, string[]> = {},
): Answer {
	return answer(status, { status: 'error', category: 'VALIDATION_ERROR', message, context });
}

export const rateLimited = (headers: object = {}) =>
	answer(
		429,
		{
			status: 'error',
			message: 'You have reached your ten_secondly_rolling limit.',
			errorType: 'RATE_LIMIT',
			policyName: 'TEN_SECONDLY_ROLLING',
		},
		headers,
	);

export const dailyLimited = () =>
	answer(429, {
		status: 'error',
		message: 'You have reached your daily limit.',
		errorType: 'RATE_LIMIT',
		policyName: 'DAILY',
	});

/** JSON that was cut short: n8n hands it over as text. */
export const unreadable = () => answer(200, '{"status":"COMPLETE","results":[{"fromObj');
