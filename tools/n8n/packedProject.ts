/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';
import { runProgram } from './programs';

const PACKED_FOLDER = join(__dirname, 'packed');

/** The tarball of {@link packProject}: the same name whatever the version, for every test to install. */
export const TARBALL = join(PACKED_FOLDER, 'package.tgz');

/** Builds the project and packs it as npm does when it publishes. */
export async function packProject(): Promise<void> {
	mkdirSync(PACKED_FOLDER, { recursive: true });
	await runProgram('npm', ['run', 'build'], { cwd: PROJECT_FOLDER });
	const printed = await runProgram(
		'npm',
		['pack', '--silent', '--pack-destination', PACKED_FOLDER],
		{
			cwd: PROJECT_FOLDER,
		},
	);
	const [name] = printed.trim().split('\n').slice(-1);
	await runProgram('mv', [join(PACKED_FOLDER, name), TARBALL]);
}

/** Unpacks the tarball into a folder, which then holds what npm would install. */
export async function unpackProject(folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await runProgram('tar', ['-xzf', TARBALL, '-C', folder, '--strip-components=1']);
}
