const { join } = require('node:path');
const shared = require('../../jest.config.js');

const { testMatch, ...engine } = shared.projects.find(
	({ displayName }) => displayName === 'engine',
);
const PROJECT = join(__dirname, '../..');

/**
 * What is run in every version of n8n: engine tests of all that n8n has a part in, be it items,
 * expressions, credentials, HTTP or tools. What only HubSpot has a part in is the same everywhere.
 */
const SCENARIOS = [
	'association',
	'associationLabel',
	'associationLimit',
	'cancellation.test.ts',
	'credentials',
	'examples',
	'expressions/failed.test.ts',
	'expressions/rows.test.ts',
	'methods',
	'tool',
	'transport',
];

/** npm run test:versions runs this once for each version: in its engine, on the packed node. */
module.exports = {
	...engine,
	displayName: undefined,
	rootDir: PROJECT,
	maxWorkers: shared.maxWorkers,
	testSequencer: shared.testSequencer,
	testTimeout: shared.testTimeout,
	testMatch: [
		join(__dirname, '*.test.ts'),
		...SCENARIOS.map((scenario) => join(PROJECT, 'test/engine', pattern(scenario))),
	],
	moduleNameMapper: {
		'(?:^|/)(nodes/HubSpotAssociations/HubSpotAssociations\\.node|credentials/\\w+\\.credentials)(?:\\.ts)?$':
			join(process.env.PACKED_NODE, 'dist/$1.js'),
	},
};

function pattern(scenario) {
	return scenario.endsWith('.ts') ? scenario : join(scenario, '**/*.test.ts');
}
