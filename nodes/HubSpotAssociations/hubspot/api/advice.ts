import { MISSING_PERMISSION } from './reach';

/** For a token that HubSpot refuses, in the test of the credential and in a run. */
export const TOKEN_REFUSED =
	"HubSpot does not accept this 'Access Token'. Copy the whole token from HubSpot again, and check that it has not been rotated or deleted.";

const TOKEN_REFUSED_IN_RUN = `${TOKEN_REFUSED} With OAuth2, reconnect the credential.`;

/** What to do about a refusal, by HubSpot's code for the reason. */
const ADVICE: Readonly<Record<string, string>> = {
	'crm.associations.FROM_OBJECT_NOT_FOUND':
		"Check 'From Record ID': the record may have been deleted or merged, or belong to another object.",
	'crm.associations.TO_OBJECT_NOT_FOUND':
		"Check 'To Record ID': the record may have been deleted or merged, or belong to another object.",
	'crm.associations.INVALID_ASSOCIATION_TYPE':
		'Pick the label from the list: each label applies in one direction, from the first object to the second.',
	'crm.associations.INVALID_IDENTIFIER': 'Check the record ID: HubSpot does not recognize it.',
	'AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL':
		"Use the label that the two objects already have, change it with the 'Create or Update' operation, or give the new one another text.",
	MISSING_SCOPES:
		'Add the scopes to the service key, private app or OAuth app, then reconnect the credential.',
	INVALID_AUTHENTICATION: TOKEN_REFUSED_IN_RUN,
	EXPIRED_AUTHENTICATION: TOKEN_REFUSED_IN_RUN,
};

/** HubSpot does not document how it reports a reached limit, so its words are searched. */
const LIMIT_REACHED = /exceed.*limit|limit.*(exceed|reached)/i;

/** Reasons without a code of their own, by HubSpot's words; all but the limits were seen in recorded traffic. */
const ADVICE_BY_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
	[
		LIMIT_REACHED,
		"Remove associations that you no longer need, or raise the limit with the 'Update' operation of 'Association Limit'.",
	],
	[
		MISSING_PERMISSION,
		'Ask a super admin to give the HubSpot user of the credential this permission, or use a service key.',
	],
	[
		/INVALID_OBJECT_IDS/,
		'Check the record IDs: HubSpot does not recognize the one in the message.',
	],
	[
		/INVALID_ASSOCIATION_TYPE_ID|invalid (from|to) object type/i,
		'Pick the label from the list: each label applies in one direction, from the first object to the second.',
	],
	[
		/^association definition named .* already exists/i,
		"Another label of the account has this internal name. Enter another 'Internal Name', or leave it empty to have one derived.",
	],
	[
		/LIMIT_ALREADY_EXISTS|limit.*already exists|already (has|have) a limit/i,
		"Use the 'Create or Update' operation, which also changes limits that exist.",
	],
	[
		/unable to find objectTypeIds/i,
		'The label may already be deleted. Pick one from the list, which HubSpot can take some minutes to update.',
	],
];

/** Reasons that nothing but the status gives. */
const ADVICE_BY_STATUS: Readonly<Record<number, string>> = {
	401: TOKEN_REFUSED_IN_RUN,
	403: 'Check the scopes of the service key, private app or OAuth app in HubSpot, add what is missing, then reconnect the credential.',
};

/** Why a connection was not made, by Node.js's code. */
const NO_CONNECTION: Readonly<Record<string, string>> = {
	ECONNREFUSED: "nothing accepts connections at the 'Base URL' of the credential",
	ENOTFOUND: "there is no host with the name in the 'Base URL' of the credential",
	EAI_AGAIN: 'n8n could not look up the name of the host',
};

/** Describes a request that never left. */
export function unreached(code: string): string {
	const reason = Object.hasOwn(NO_CONNECTION, code) ? `: ${NO_CONNECTION[code]}` : '';
	return `HubSpot could not be reached (${code}${reason})`;
}

/** A 404 without HubSpot's JSON, which another server or an address that HubSpot does not have gives. */
export const WRONG_ADDRESS =
	"Check 'Base URL' in the credential and 'API Version' in the options: HubSpot's API does not respond at this address.";

/**
 * Returns what the user can do about a refusal; undefined where that is unknown.
 * @param codes HubSpot's codes, the most exact first
 * @param words the message, the sub-category and the names in the context
 */
export function adviceFor(
	codes: ReadonlyArray<string | undefined>,
	words: string,
	status?: number,
): string | undefined {
	for (const code of codes) {
		if (code !== undefined && Object.hasOwn(ADVICE, code)) return ADVICE[code];
	}
	const worded = ADVICE_BY_WORDS.find(([pattern]) => pattern.test(words));
	return worded?.[1] ?? ADVICE_BY_STATUS[status ?? 0];
}
