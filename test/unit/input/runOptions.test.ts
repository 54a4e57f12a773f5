import fc from 'fast-check';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { readRunOptions } from '../../../nodes/HubSpotAssociations/input/options/runOptions';
import { countOf } from '../../counts';

/** Only what reading the options needs of n8n: the values as its editor or an expression gives them. */
function contextWith(options: unknown): IExecuteFunctions {
	const node = { id: '1', name: 'HubSpot', type: 'hubSpotAssociations', typeVersion: 1 };
	const context = {
		getNode: () => ({ ...node, position: [0, 0], parameters: {} }),
		getNodeParameter: () => options,
	};
	return context as unknown as IExecuteFunctions;
}

function messageOf(options: unknown): string {
	try {
		readRunOptions(contextWith(options));
		return 'taken';
	} catch (error) {
		return error instanceof NodeOperationError ? error.message : `not of n8n's: ${String(error)}`;
	}
}

it('has the documented defaults', () => {
	for (const options of [{}, { batchSize: null, timeout: null, maxRetries: undefined }]) {
		expect(readRunOptions(contextWith(options))).toEqual({
			apiVersion: '2026-03',
			batchSize: undefined,
			includeInputFields: false,
			maxConcurrency: 5,
			maxRetries: 5,
			requestsPerTenSeconds: 100,
			timeoutMs: 60_000,
			dryRun: false,
			values: options,
		});
	}
});

it('reads numbers as text, as an expression gives them', () => {
	const options = { batchSize: '50', maxRetries: '0', timeout: ' 100 ', dryRun: true };
	expect(readRunOptions(contextWith(options))).toMatchObject({
		batchSize: 50,
		maxRetries: 0,
		timeoutMs: 100,
		dryRun: true,
	});
});

it.each([
	[{ batchSize: 0 }, "'Batch Size' must be a whole number of at least 1, but is 0"],
	[{ batchSize: '' }, "'Batch Size' must be a whole number of at least 1, but is empty"],
	[{ maxConcurrency: 1.5 }, "'Max Concurrency' must be a whole number of at least 1, but is 1.5"],
	[{ maxRetries: -1 }, "'Max Retries' must be a whole number of at least 0, but is -1"],
	[{ maxRetries: ' ' }, "'Max Retries' must be a whole number of at least 0, but is empty"],
	[
		{ requestsPerTenSeconds: 'many' },
		'\'Requests per 10 Seconds\' must be a whole number of at least 1, but is "many"',
	],
	[
		{ requestsPerTenSeconds: [5] },
		"'Requests per 10 Seconds' must be a whole number of at least 1, but is a list of 1",
	],
	[
		{ timeout: Infinity },
		"'Timeout' must be a whole number between 1 and 2147483647, but is Infinity",
	],
	[
		{ timeout: 2_147_483_648 },
		"'Timeout' must be a whole number between 1 and 2147483647, but is 2147483648",
	],
	[{ apiVersion: 'v3' }, '\'API Version\' must be one of 2026-03, 2026-09, v4, but is "v3"'],
	[
		{ apiVersion: 'constructor' },
		'\'API Version\' must be one of 2026-03, 2026-09, v4, but is "constructor"',
	],
	[{ dryRun: 'true' }, '\'Dry Run\' must be true or false, but is "true"'],
	[{ dryRun: 1 }, "'Dry Run' must be true or false, but is 1"],
])('says of %p what is wrong', (options, message) => {
	expect(messageOf(options)).toBe(message);
});

it('takes any value or says what is wrong', () => {
	const names = ['apiVersion', 'batchSize', 'maxConcurrency', 'maxRetries', 'timeout', 'dryRun'];
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
			expect(messageOf({ [name]: value })).toMatch(/^(taken$|'[A-Z])/);
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
