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
	/** Absent: of every call. */
	path?: RegExp;
	where: RegExp;
	at: RegExp;
	message: RegExp;
}

/** What HubSpot's real traffic does and its documents do not allow, or leave out. Nothing else is let through. */
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
			'Live accounts answered the ids of associated records as numbers (create and read, 2025 and 2026).',
		where: /^response 20[017]$/,
		at: /\/(from|to)ObjectId$/,
		message: /^must be string/,
	},
	{
		reason:
			'A live account listed a type without a limit with null; the documents know only integers.',
		where: /^response 200$/,
		at: /^\/results\/\d+\/userEnforcedMaxToObjectIds$/,
		message: /^must be integer/,
	},
	{
		reason: 'Recorded refusals of an object type have no category.',
		where: /^response 400$/,
		at: /^$/,
		message: /^must have required property 'category'/,
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
		reason: "OAuth's document of 2026-09 names no success; that of 2026-03 does.",
		path: /^\/oauth\/2026-09\/token$/,
		where: /^response 200$/,
		at: /^$/,
		message: /^is not documented$/,
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
		reason: "OAuth's first version has no document. It ends on 2027-02-16.",
		path: /^\/oauth\/v1\//,
	},
	{
		reason: "The older spelling of v4's definitions lives on in HubSpot's Node client alone.",
		path: /^\/crm\/v4\/associations\/(definitions\/|[^/]+\/[^/]+\/labels)/,
	},
];

export function isKnownDeviation(violation: Violation, ofPath: string): boolean {
	return DEVIATIONS.some(
		({ path, where, at, message }) =>
			(path?.test(ofPath) ?? true) &&
			where.test(violation.where) &&
			at.test(violation.at) &&
			message.test(violation.message),
	);
}

export function isUndocumentedPath(path: string): boolean {
	return UNDOCUMENTED_PATHS.some((one) => one.path.test(path));
}
