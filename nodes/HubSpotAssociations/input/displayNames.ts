/** The parameters as the editor shows them; messages name a parameter by the same words. */
export const DISPLAY_NAMES = {
	fromObjectType: 'From Object Type',
	toObjectType: 'To Object Type',
	fromRecordId: 'From Record ID',
	toRecordId: 'To Record ID',
	labels: 'Label Names or IDs',
	associationType: 'Association Type',
	maxToObjectIds: 'Maximum Associated Records',
	returnAll: 'Return All',
	limit: 'Limit',
	apiVersion: 'API Version',
	batchSize: 'Batch Size',
	maxConcurrency: 'Max Concurrency',
	maxRetries: 'Max Retries',
	requestsPerTenSeconds: 'Requests per 10 Seconds',
	timeout: 'Timeout',
} as const;
