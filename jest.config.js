const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
const common = {
	// Packages are loaded once in a worker, not once for each test file.
	runtime: '<rootDir>/test/jest/runtime.js',
	testEnvironment: '<rootDir>/test/jest/environment.ts',
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	setupFiles: ['<rootDir>/test/jest/seed.ts'],
	moduleFileExtensions: ['ts', 'js', 'json', 'node'],
	// What is installed there has more than 100,000 files.
	modulePathIgnorePatterns: ['<rootDir>/tools/n8n/', '<rootDir>/tools/versions/installed/'].map(
		(folder) => `${folder}.*node_modules/`,
	),
};

module.exports = {
	// jest leaves one core to itself, half of a machine with two. A third of the tests' time is waiting for the node's own
	// waits, so that one worker more than cores keeps all of them busy.
	maxWorkers: availableParallelism() + 1,
	testSequencer: '<rootDir>/test/jest/sequencer.js',
	testTimeout: 30_000,
	projects: [
		{ ...common, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{ ...common, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
		{
			...common,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
			setupFiles: [...common.setupFiles, '<rootDir>/tools/engine/setup.ts'],
		},
	],
};
