/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
/** A process of its own for n8n's QuickJS engine, which jest cannot load: prints the agreement as JSON. */
import '../harness';
import { checkAgreement } from './agreement';

/** QuickJS takes five times as long as n8n's own process. */
const NUM_RUNS = 8;

checkAgreement('quickjs', NUM_RUNS).then(
	(agreement) => console.log(JSON.stringify(agreement)),
	(error) => {
		console.error(error);
		process.exitCode = 1;
	},
);
