/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../..');

interface PackageJson {
	license?: string;
	dependencies?: Record<string, string>;
}

function packageJson(folder: string): PackageJson {
	return JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8')) as PackageJson;
}

const badges = [
	...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(
		/^\[!\[([^\]]+)\]\(https:\/\/img\.shields\.io\/badge\/([^)]+)-[a-z0-9]+\)\]/gm,
	),
].map(([, text, value]) => ({ text, value }));

it('the badges of the README are true', () => {
	const { license, dependencies = {} } = packageJson('.');
	const n8n = packageJson('test/e2e').dependencies?.n8n;
	expect(badges).toEqual([
		{ text: `licence: ${license}`, value: `licence-${license}` },
		{ text: `tested in n8n ${n8n}`, value: `tested_in_n8n-${n8n}` },
		{ text: 'runtime dependencies: none', value: 'runtime_dependencies-none' },
	]);
	expect(dependencies).toEqual({});
});
