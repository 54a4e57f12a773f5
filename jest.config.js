/** @type {import('jest').Config} */
const common = {
	testEnvironment: '<rootDir>/test/jest/environment.ts',
	runtime: '<rootDir>/test/jest/runtime.js',
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	moduleFileExtensions: ['ts', 'js', 'json', 'node'],
	// The n8n that the end-to-end tests install there has 100,000 files.
	modulePathIgnorePatterns: ['<rootDir>/test/e2e/'],
};

module.exports = {
	testTimeout: 30_000,
	projects: [
		{ ...common, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{ ...common, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
		{
			...common,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
			setupFiles: ['<rootDir>/test/engine/harness/setup.ts'],
		},
	],
};
