import { devDependencies } from '../../../package.json';
import { dependencies as n8n2 } from '../../../tools/n8n/package.json';
import { dependencies as n8n1 } from '../../../tools/n8n/n8n1/package.json';
import { N8N_VERSIONS } from '../../../tools/versions/versions';
import { readDocument } from '../../documents/documents';

const { text: readme } = readDocument('README.md');

const versions = N8N_VERSIONS.map(({ n8n }) => n8n);
const [first, last] = [versions[0], versions[versions.length - 1]];
const line = (version: string) => version.split('.').slice(0, 2).join('.');

it('the README names the range of the versions that are tested', () => {
	expect(readme).toContain(`**n8n ${line(first)} to ${line(last)}.**`);
	expect(readme).toContain(`a whole n8n ${line(n8n1.n8n)} and ${line(n8n2.n8n)}`);
});

it('the newest version is that of the tests and of the whole n8n', () => {
	const newest = N8N_VERSIONS[N8N_VERSIONS.length - 1];
	expect(newest).toEqual({
		n8n: n8n2.n8n,
		core: devDependencies['n8n-core'],
		workflow: devDependencies['n8n-workflow'],
	});
	expect(versions).toContain(n8n1.n8n);
});
