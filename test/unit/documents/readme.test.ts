/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../../tools/project';
import { N8N_VERSIONS } from '../../../tools/versions/versions';
import { readDocument } from '../../documents/documents';

/** A person reads that much in three minutes. The rest belongs into docs. */
const MOST_BYTES = 12 * 1_024;

interface PackageJson {
	license?: string;
	dependencies?: Record<string, string>;
}

function packageJson(folder: string): PackageJson {
	return JSON.parse(
		readFileSync(join(PROJECT_FOLDER, folder, 'package.json'), 'utf8'),
	) as PackageJson;
}

const { text: readme } = readDocument('README.md');

it('the README is short', () => {
	expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(MOST_BYTES);
});

it('the badges of the README are true', () => {
	const badges = [
		...readme.matchAll(
			/^\[!\[([^\]]+)\]\(https:\/\/img\.shields\.io\/badge\/([^)]+)-[a-z0-9]+\)\]/gm,
		),
	].map(([, text, value]) => ({ text, value }));
	const { license, dependencies = {} } = packageJson('.');
	const [first, last] = [N8N_VERSIONS[0].n8n, N8N_VERSIONS[N8N_VERSIONS.length - 1].n8n];
	expect(badges).toEqual([
		{ text: `license: ${license}`, value: `license-${license}` },
		{ text: `tested in n8n ${first} to ${last}`, value: `tested_in_n8n-${first}_to_${last}` },
		{ text: 'runtime dependencies: none', value: 'runtime_dependencies-none' },
	]);
	expect(dependencies).toEqual({});
});
