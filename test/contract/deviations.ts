/** Where a call departs from HubSpot's OpenAPI document. */
export interface Violation {
	/** `request`, or `response` and the status. */
	where: string;
	/** JSON pointer into the body. */
	at: string;
	message: string;
}

interface Deviation {
	reason: string;
	where: RegExp;
	at: RegExp;
	message: RegExp;
}

/** What HubSpot's real traffic does and its documents do not allow. Nothing else is let through. */
const DEVIATIONS: readonly Deviation[] = [
	{
		reason:
			'The documents call subCategory of an error in a batch an object; recorded traffic has a string.',
		where: /^response/,
		at: /^\/errors\/\d+\/subCategory$/,
		message: /^must be object/,
	},
	{
		reason: 'Recorded errors in a batch have neither links nor errors of their own.',
		where: /^response 20[07]$/,
		at: /^\/errors\/\d+$/,
		message: /^must have required property '(links|errors)'/,
	},
	{
		reason:
			'Unlabeled types have the label null in recorded traffic; the documents know only strings.',
		where: /^response/,
		at: /\/label$/,
		message: /^must be string/,
	},
	{
		reason:
			'Labels were seen to name no object types: null, in the list and on creation; the documents know only strings.',
		where: /^response 200$/,
		at: /^\/results\/\d+\/(from|to)ObjectTypeId$/,
		message: /^must be string/,
	},
	{
		reason:
			'A recorded 429 has errorType and policyName in place of category, and no correlationId.',
		where: /^response 429$/,
		at: /^$/,
		message:
			/^must have required property '(category|correlationId)'|"additionalProperty":"(errorType|policyName)"/,
	},
	{
		reason: 'A recorded error says "status": "error"; the documents have no such field.',
		where: /^response [45]/,
		at: /^$/,
		message: /"additionalProperty":"status"/,
	},
	{
		reason: "HubSpot's guides send searches and batch reads with only the fields that they need.",
		where: /^request$/,
		at: /^$/,
		message: /^must have required property '(after|sorts|properties|propertiesWithHistory|limit)'/,
	},
	{
		reason: 'The documents call property values strings; a record without the value has null.',
		where: /^response/,
		at: /^\/results\/\d+\/properties\//,
		message: /^must be string/,
	},
];

/** Calls of which no document is at hand, by reason. */
const UNDOCUMENTED_PATHS: ReadonlyArray<{ reason: string; path: RegExp }> = [
	{
		reason: 'OAuth, account information and custom schemas are in documents that are not at hand.',
		path: /^\/(oauth|account-info|crm-object-schemas)\//,
	},
	{
		reason: "The older spelling of v4's definitions lives on in HubSpot's Node client alone.",
		path: /^\/crm\/v4\/associations\/(definitions\/|[^/]+\/[^/]+\/labels)/,
	},
	{
		reason: 'The documents at hand have limits tracking for 2026-03 alone.',
		path: /^\/crm\/(v3\/limits|limits\/2026-09)\//,
	},
	{
		reason:
			'The documents at hand have object calls in dated versions alone, batch read in 2026-09.',
		path: /^\/crm\/(v3\/objects\/|objects\/2026-03\/[^/]+\/batch\/read$)/,
	},
];

export function isKnownDeviation(violation: Violation): boolean {
	return DEVIATIONS.some(
		({ where, at, message }) =>
			where.test(violation.where) && at.test(violation.at) && message.test(violation.message),
	);
}

export function isUndocumentedPath(path: string): boolean {
	return UNDOCUMENTED_PATHS.some((one) => one.path.test(path));
}
