/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
/** Looks at what `npm pack` would publish: run `npm run build` first. Ends with exit code 1 when something is not as it must be. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import packageJson from '../package.json';

interface Pack {
	/** Bytes of the tarball. */
	size: number;
	files: Array<{ path: string }>;
}

/** People install it on small servers, and n8n's reviewers read it. */
const MAXIMUM_BYTES = 150_000;

const PUBLISHED = /^(dist\/.+|README\.md|LICENSE\.md|package\.json)$/;

const PROJECT = join(__dirname, '..');

function readPack(): Pack {
	const json = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: PROJECT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [pack] = JSON.parse(json) as [Pack];
	return pack;
}

function shortcomingsOf({ size, files }: Pack): string[] {
	const paths = new Set(files.map(({ path }) => path));
	const { credentials, nodes } = packageJson.n8n;
	const needed = ['README.md', 'LICENSE.md', ...credentials, ...nodes];
	return [
		...[...paths].filter((path) => !PUBLISHED.test(path)).map((path) => `${path} does not belong`),
		...needed.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
		...(size > MAXIMUM_BYTES ? [`${size} bytes is more than ${MAXIMUM_BYTES}`] : []),
	];
}

const pack = readPack();
const shortcomings = shortcomingsOf(pack);
for (const shortcoming of shortcomings) process.stderr.write(`${shortcoming}\n`);
process.stdout.write(`${pack.files.length} files, ${pack.size} bytes packed\n`);
process.exitCode = shortcomings.length > 0 ? 1 : 0;
