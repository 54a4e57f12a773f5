/**
 * Mutation testing of the way to HubSpot, whose tests run in n8n's engine over real HTTP: slower
 * than the unit tests that stryker.config.mjs runs.
 */
import common, { projectNamed } from './stryker.config.mjs';

const CODE = 'nodes/HubSpotAssociations';
const OUTPUT = 'test/mutation/output';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	...common,
	mutate: ['transport', 'deadline', 'responseBody', 'secrets', 'thrownAnswer'].map(
		(file) => `${CODE}/${file}.ts`,
	),
	jest: {
		config: {
			...projectNamed('engine'),
			testMatch: [
				'<rootDir>/test/unit/{secrets,secretForms,thrownAnswer,transport}.test.ts',
				'<rootDir>/test/engine/{transport/*,credentials/*,cancellation,secrets/echo}.test.ts',
			],
		},
	},
	htmlReporter: { fileName: `${OUTPUT}/transport.html` },
	jsonReporter: { fileName: `${OUTPUT}/transport.json` },
};
