/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultKind } from '../../../simulator';

/** What live accounts answered stands beside the project, each body with its source, and is no part of it. */
const TRAFFIC = join(__dirname, '..', '..', '..', '..', 'shared', 'hubspot', 'traffic');

interface Recorded {
	status: number;
	body: object | string;
	headers?: Record<string, string>;
}

/** Names of the recorded answers; none where the folder is absent. */
export function recordedAnswers(): string[] {
	if (!existsSync(TRAFFIC)) return [];
	return readdirSync(TRAFFIC).map((file) => file.replace(/\.json$/, ''));
}

/** The recorded answer, given in place of the simulator's own. */
export function answerWith(name: string): FaultKind {
	const { status, body, headers } = JSON.parse(
		readFileSync(join(TRAFFIC, `${name}.json`), 'utf8'),
	) as Recorded;
	return { kind: 'status', status, body, headers };
}
