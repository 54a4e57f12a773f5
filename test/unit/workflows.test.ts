/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '../../.github/workflows');

type Permissions = Record<string, 'read' | 'write'>;

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, string>;
}

interface Job {
	needs?: string;
	uses?: string;
	permissions?: Permissions;
	steps: Step[];
}

interface Workflow {
	permissions: Permissions;
	jobs: Record<string, Job>;
}

const workflows = readdirSync(FOLDER).map((file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	return { file, text, workflow: parse(text) as Workflow };
});

const jobs = workflows.flatMap(({ file, workflow }) =>
	Object.entries(workflow.jobs).map(([name, job]) => ({ file, name, job })),
);
const publishing = jobs.filter(({ job }) => job.permissions?.['id-token'] === 'write');

/** An action without its commit. */
function actionOf({ uses }: Step): string | undefined {
	return uses?.split('@')[0];
}

it.each(workflows)(
	'$file takes each action by its commit and names the version',
	({ text, workflow }) => {
		const used = Object.values(workflow.jobs).flatMap((job) => [job, ...job.steps]);
		const actions = used.flatMap(({ uses }) => uses ?? []);
		expect(actions).not.toEqual([]);
		for (const action of actions) {
			expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
			const lines = text.split('\n').filter((line) => line.includes(action));
			for (const line of lines) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	},
);

it.each(workflows)('$file may only read, unless a job asks for more', ({ workflow }) => {
	expect(workflow.permissions).toEqual({ contents: 'read' });
});

it('one job alone may publish, and may do nothing else', () => {
	expect(publishing.map(({ file, name }) => `${file}: ${name}`)).toEqual(['publish.yml: publish']);
	expect(jobs.flatMap(({ job: { permissions } }) => (permissions ? [permissions] : []))).toEqual([
		{ 'id-token': 'write' },
	]);
});

it('the job that may publish runs nothing of this project', () => {
	const [{ job }] = publishing;
	expect(job.steps.map((step) => step.run ?? actionOf(step))).toEqual([
		'actions/setup-node',
		'actions/download-artifact',
		'npm publish --ignore-scripts --provenance --access public ./package/*.tgz',
	]);
});

it('what is published is what another job has tested and packed', () => {
	const [{ job }] = publishing;
	const built = jobs.find(({ file, name }) => file === 'publish.yml' && name === job.needs);
	const steps = built?.job.steps ?? [];
	const commands = steps.map((step) => step.run ?? actionOf(step));
	expect(commands.slice(commands.indexOf('npm test'))).toEqual([
		'npm test',
		'npm run build',
		'mkdir package && npm pack --pack-destination package',
		'actions/upload-artifact',
	]);
	const nameIn = (all: Step[], action: string) =>
		all.find((step) => actionOf(step) === action)?.with?.name;
	expect(nameIn(job.steps, 'actions/download-artifact')).toBe(
		nameIn(steps, 'actions/upload-artifact'),
	);
});
