/**
 * Mutation testing (`npm run test:mutation`): StrykerJS changes one small thing of the code at a
 * time and runs the unit tests that reach it. A change that no test notices has survived.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jestConfig from './jest.config.js';

const CODE = 'nodes/HubSpotAssociations';
const OUTPUT = 'test/mutation/output';

/** One of jest's projects as Stryker needs it: with jest's own realm, so that no change outlives its run. */
export function projectNamed(name) {
	const { runtime, ...project } = jestConfig.projects.find((one) => one.displayName === name);
	return { ...project, testEnvironment: 'node', projects: [] };
}

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: ['hubspot', 'batching', 'sending', 'reading'].map(
		(folder) => `${CODE}/${folder}/**/*.ts`,
	),
	testRunner: 'jest',
	coverageAnalysis: 'perTest',
	jest: {
		config: {
			...projectNamed('unit'),
			testMatch: ['<rootDir>/test/unit/{hubspot,batching}/**/*.test.ts'],
		},
	},
	// Outside the project: the linters would read a copy of the code in it.
	tempDirName: join(tmpdir(), 'hubspot-associations-mutation'),
	cleanTempDir: 'always',
	ignorePatterns: [
		'dist',
		'docs',
		'demo',
		'bench',
		'examples',
		'test/e2e',
		'tools/n8n/node_modules',
		OUTPUT,
	],
	concurrency: 2,
	reporters: ['clear-text', 'html', 'json'],
	clearTextReporter: { logTests: false, allowColor: false },
	htmlReporter: { fileName: `${OUTPUT}/report.html` },
	jsonReporter: { fileName: `${OUTPUT}/report.json` },
};
