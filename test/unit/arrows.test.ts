/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const NODE = 'nodes/HubSpotAssociations';

/** Checks a project of these files as `npm run lint` checks this one. */
function check(files: Readonly<Record<string, string>>) {
	const project = mkdtempSync(join(tmpdir(), 'arrows-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(project, path)), { recursive: true });
			writeFileSync(join(project, path), text);
		}
		const checker = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
		const config = join(ROOT, '.dependency-cruiser.mjs');
		const { status, stdout } = spawnSync(
			process.execPath,
			[checker, '--config', config, 'nodes', 'credentials'],
			{ cwd: project, encoding: 'utf8' },
		);
		const broken = [...stdout.matchAll(/error (\S+): (\S+)/g)].map(
			([, rule, file]) => `${rule}: ${file}`,
		);
		return { status, broken: broken.sort() };
	} finally {
		rmSync(project, { recursive: true });
	}
}

it('finds every wrong arrow, and every circle', () => {
	const file = `${NODE}/text.ts`;
	const { status, broken } = check({
		[file]: 'export const text = 1;',
		[`${NODE}/transport.ts`]: "import 'n8n-workflow'; import './text';",
		[`${NODE}/hubspot/model/pair.ts`]: "import '../api/answer';",
		[`${NODE}/hubspot/api/answer.ts`]: "import type { Node } from 'n8n-workflow';",
		[`${NODE}/hubspot/labels/labels.ts`]: "import '../limits/limits'; import '../api/answer';",
		[`${NODE}/hubspot/limits/limits.ts`]: "import '../model/pair';",
		[`${NODE}/sending/sender.ts`]: "import '../batching/plan';",
		[`${NODE}/batching/plan.ts`]: "import '../transport'; import 'node:fs';",
		[`${NODE}/reading/reader.ts`]: "import type { Row } from '../input/rows'; import '../text';",
		[`${NODE}/input/rows.ts`]: "import '../actions/run/session';",
		[`${NODE}/actions/run/session.ts`]: "import '../association/create'; import '../../transport';",
		[`${NODE}/actions/association/create.ts`]: "import '../../../../simulator';",
		[`${NODE}/elsewhere/file.ts`]: 'export {};',
		[`${NODE}/methods/one.ts`]: "import '../elsewhere/file'; import './two';",
		[`${NODE}/methods/two.ts`]: "import './one';",
		'credentials/one.ts': `import '../${NODE}/actions/run/session';`,
		'simulator/index.ts': 'export {};',
	});
	expect(status).not.toBe(0);
	expect(broken).toEqual(
		[
			`hubspot-model: ${NODE}/hubspot/model/pair.ts`,
			`hubspot-api: ${NODE}/hubspot/api/answer.ts`,
			`hubspot-labels: ${NODE}/hubspot/labels/labels.ts`,
			`sending: ${NODE}/sending/sender.ts`,
			`batching: ${NODE}/batching/plan.ts`,
			`batching: ${NODE}/batching/plan.ts`,
			`reading: ${NODE}/reading/reader.ts`,
			`input: ${NODE}/input/rows.ts`,
			`actions-run: ${NODE}/actions/run/session.ts`,
			`actions: ${NODE}/actions/association/create.ts`,
			`methods: ${NODE}/methods/one.ts`,
			`no-part: ${NODE}/methods/one.ts`,
			`circle: ${NODE}/methods/one.ts`,
			'credentials: credentials/one.ts',
		].sort(),
	);
});

it('finds nothing wrong in a project that keeps to them', () => {
	const kept = check({
		[`${NODE}/hubspot/model/pair.ts`]: 'export {};',
		[`${NODE}/hubspot/associations/create.ts`]:
			"import '../model/pair'; import '../labels/labels';",
		[`${NODE}/hubspot/labels/labels.ts`]: "import type { Pair } from '../model/pair';",
		'credentials/one.ts': "import type { ICredentialType } from 'n8n-workflow';",
	});
	expect(kept).toEqual({ status: 0, broken: [] });
});

it("sends requests by n8n's HTTP helper in transport.ts alone", () => {
	const sources = readdirSync(join(ROOT, NODE), { recursive: true, encoding: 'utf8' });
	const helpers = /\b(httpRequest|requestWithAuthentication|requestOAuth|helpers\.request)/;
	const users = sources.filter(
		(path) => path.endsWith('.ts') && helpers.test(readFileSync(join(ROOT, NODE, path), 'utf8')),
	);
	expect(users).toEqual(['transport.ts']);
});
