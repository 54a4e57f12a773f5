/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { parseArgs } from 'node:util';
import { freePort } from '../tools/n8n/freePort';
import { installN8n } from '../tools/n8n/installation';
import { packProject } from '../tools/n8n/packedProject';
import type { Target } from './contenders/contender';
import { measureEngine } from './engine';
import { measureModes } from './modes/measure';
import { modeCalled, MODES } from './modes/modes';
import { openBenchN8n } from './n8n/n8n';
import { FULL, QUICK } from './plan';
import { measuredHere } from './report/machine';
import { savePart, saveResults, saveTry } from './report/save';
import { measureSideBySide, NAMES } from './sideBySide';
import { fail, say } from './terminal';

const HELP = `Runs this node and its alternatives side by side: npm run bench -- [options]

  --quick                   1,000 and 10,000 rows, one run each: to try the benchmark itself
  --only <name>[,<name>…]   only these: ${NAMES.join(', ')}
  --engine                  only n8n's engine alone, without a server: about five minutes
  --modes                   only the ways in which people use the node, each beside a bare script
  --mode <name>[,<name>…]   only these of them: ${MODES.map(({ name }) => name).join(', ')}
  --help                    this text

A whole run writes bench/results.json, docs/images/benchmark.svg and the section in docs/speed.md;
--engine and --modes renew their part of them.
With --quick, --only or --mode the same goes into bench/output, which git ignores.`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			only: { type: 'string' },
			engine: { type: 'boolean', default: false },
			modes: { type: 'boolean', default: false },
			mode: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return say(HELP);
	const names = namesIn(values.only);
	const plan = values.quick ? QUICK : FULL;
	if (values.mode !== undefined) {
		await measureModes(plan.modes, values.mode.split(',').map(modeCalled));
		return;
	}
	if (values.modes && !values.engine) {
		return await savePart(await measuredHere(), { modes: await measureModes(plan.modes, MODES) });
	}
	const installation = await installN8n(say);
	if (values.engine) {
		const { node } = installation;
		return await savePart(await measuredHere(installation), {
			engine: await measureEngine(plan, node),
			modes: values.modes ? await measureModes(plan.modes, MODES, node) : undefined,
		});
	}
	say('Packing the project');
	await packProject();
	const target: Target = { url: `http://127.0.0.1:${await freePort()}`, token: 'pat-sim-bench' };
	say('Setting up n8n');
	const n8n = await openBenchN8n(installation, plan.rowCounts, target);
	const { node } = installation;
	const measured = {
		...(await measuredHere(installation)),
		...(await measureSideBySide({ plan, names, n8n, node, target })),
		engine: values.only === undefined ? await measureEngine(plan, node) : [],
		modes: values.only === undefined ? await measureModes(plan.modes, MODES, node) : [],
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
