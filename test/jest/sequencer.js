const { default: Sequencer } = require('@jest/test-sequencer');

/** Files of more than five seconds, or of minutes in `npm run test:all`, longest first. One that starts last keeps a worker busy while the other has nothing left. */
const SLOWEST = [
	'engine/secrets/secrets.test.ts',
	'engine/faults/faults.test.ts',
	'engine/expressions/property.test.ts',
	'engine/hostile/rows.test.ts',
	'engine/cancellation.test.ts',
	'engine/hostile/runs.test.ts',
	'engine/random/random.test.ts',
	'engine/hostile/pickers.test.ts',
	'engine/hostile/credentials.test.ts',
	'engine/demo.test.ts',
];

/** Starts the slowest files first, on a machine too that has never run them. */
module.exports = class SlowestFirst extends Sequencer {
	sort(tests) {
		return super.sort(tests).sort((one, other) => rank(one) - rank(other));
	}
};

function rank({ path }) {
	const index = SLOWEST.findIndex((file) => path.replaceAll('\\', '/').endsWith(file));
	return index === -1 ? SLOWEST.length : index;
}
