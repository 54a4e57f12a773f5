/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { parseArgs } from 'node:util';
import { freePort } from '../tools/n8n/freePort';
import { installN8n } from '../tools/n8n/installation';
import { packProject } from '../tools/n8n/packedProject';
import type { Target } from './contenders/contender';
import { measureEngine } from './engine';
import { openBenchN8n } from './n8n/n8n';
import { FULL, QUICK } from './plan';
import { thisMachine, versionsOf } from './report/machine';
import { saveEngine, saveResults, saveTry } from './report/save';
import { measureSideBySide, NAMES } from './sideBySide';
import { fail, say } from './terminal';

const HELP = `Runs this node and its alternatives side by side: npm run bench -- [options]

  --quick                   1,000 and 10,000 rows, one run each: to try the benchmark itself
  --only <name>[,<name>…]   only these: ${NAMES.join(', ')}
  --engine                  only n8n's engine alone, without a server: about five minutes
  --help                    this text

A whole run writes bench/results.json, docs/images/benchmark.svg and the section in docs/speed.md;
--engine renews its part of them.
With --quick or --only the same goes into bench/output, which git ignores.`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			only: { type: 'string' },
			engine: { type: 'boolean', default: false },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return say(HELP);
	const names = namesIn(values.only);
	const plan = values.quick ? QUICK : FULL;
	const installation = await installN8n(say);
	if (values.engine) {
		return await saveEngine({
			machine: thisMachine(),
			versions: await versionsOf(installation),
			engine: await measureEngine(plan, installation.node),
		});
	}
	say('Packing the project');
	await packProject();
	const target: Target = { url: `http://127.0.0.1:${await freePort()}`, token: 'pat-sim-bench' };
	say('Setting up n8n');
	const n8n = await openBenchN8n(installation, plan.rowCounts, target);
	const { node } = installation;
	const measured = {
		machine: thisMachine(),
		versions: await versionsOf(installation),
		...(await measureSideBySide({ plan, names, n8n, node, target })),
		engine: values.only === undefined ? await measureEngine(plan, node) : [],
	};
	const isWhole = !values.quick && values.only === undefined;
	await (isWhole ? saveResults(measured) : saveTry(measured));
}

function namesIn(only = NAMES.join(',')): string[] {
	const names = only.split(',');
	const unknown = names.find((name) => !NAMES.includes(name));
	if (unknown !== undefined) throw new RangeError(`--only knows no ${unknown}`);
	return names;
}

main().catch(fail);
