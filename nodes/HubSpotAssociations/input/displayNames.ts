/** The parameters as the editor shows them; messages name a parameter by the same words. */
export const DISPLAY_NAMES = {
	authentication: 'Authentication',
	resource: 'Resource',
	operation: 'Operation',
	options: 'Options',
	fromObjectType: 'From Object Type',
	toObjectType: 'To Object Type',
	fromRecordId: 'From Record ID',
	toRecordId: 'To Record ID',
	labels: 'Label Names or IDs',
	associationType: 'Association Type',
	maxToObjectIds: 'Maximum Associated Records',
	label: 'Label',
	inverseLabel: 'Inverse Label',
	internalName: 'Internal Name',
	scope: 'Scope',
	userId: 'User ID',
	deleteUnlisted: 'Delete Unlisted',
	returnAll: 'Return All',
	limit: 'Limit',
	nameObjects: 'Name Objects',
	apiVersion: 'API Version',
	fromIdProperty: 'From ID Property',
	toIdProperty: 'To ID Property',
	existingLabels: 'Existing Labels',
	checkLimits: 'Check Limits',
	includeInputFields: 'Include Input Fields',
	batchSize: 'Batch Size',
	dryRun: 'Dry Run',
	maxConcurrency: 'Max Concurrency',
	maxDeletions: 'Max Deletions',
	maxRetries: 'Max Retries',
	requestsPerTenSeconds: 'Requests per 10 Seconds',
	timeout: 'Timeout',
} as const;

/**
 * Where a label of the account is changed or deleted: the association type is that label, and the
 * texts are its new ones.
 */
export const OWN_LABEL_NAMES = {
	associationType: 'Label',
	label: 'New Label',
	inverseLabel: 'New Inverse Label',
} as const;

export type ParameterName = keyof typeof DISPLAY_NAMES;

/** Returns the display name of a parameter or an option; undefined for what is neither. */
export function displayNameOf(name: string): string | undefined {
	return Object.hasOwn(DISPLAY_NAMES, name) ? DISPLAY_NAMES[name as ParameterName] : undefined;
}

/** Begins the description of a parameter: its name, and how the editor shows it. */
export function named<Name extends ParameterName>(name: Name) {
	return { displayName: DISPLAY_NAMES[name], name };
}
