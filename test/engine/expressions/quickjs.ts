/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
/** A process of its own for n8n's QuickJS engine, which jest cannot load: prints the agreement as JSON. */
import '../../../tools/engine';
import { countOf } from '../../counts';
import { checkAgreement } from './agreement';

checkAgreement('quickjs', countOf('quickJsRuns')).then(
	(agreement) => console.log(JSON.stringify(agreement)),
	(error) => {
		console.error(error);
		process.exitCode = 1;
	},
);
