/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';
import { createParameterReader } from '../../../nodes/HubSpotAssociations/input/expressions/parameterReader';
import { runWorkflow } from '../../../tools/engine';
import { nodeJson } from '../../../tools/engine/nodeJson';
import { PROBE_TYPE, probeParameters } from './readBothWays';

/** The expressions in ID fields of public workflows, with names and texts replaced, and how often each form occurs. */
const FILE = join(__dirname, '../../../../shared/n8n/expression-forms.tsv');

/** What people may expect to be fast, of all that they write. */
const LEAST_SHARE = 0.92;

/** The first row, n8n's answer for which is compared, and one more. */
const MOST_QUESTIONS = 2;

interface Form {
	readonly count: number;
	readonly expression: string;
}

/** Reads the forms but those that an agent or the machine's environment fills in. */
function formsIn(text: string): Form[] {
	return text
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'))
		.filter(([, form]) => !/\$fromAI|\$env/.test(form))
		.map(([count, form]) => ({
			count: Number(count),
			expression: form.replaceAll('␣', ' ').replaceAll('TEXT', 'a text '),
		}));
}

const TEXTS = ['1001', 'a@b.com', 'one two words', 'https://x.com/1003', '1,2', 'word'];
const UNUSUAL = [undefined, null, '', NaN, new Date(0), { id: 1 }, true];

/** Rows as whoever wrote the expression has them: texts and numbers, for a method texts, and lists for one of lists. */
function usualFor(expression: string): unknown[] {
	if (expression.includes('.join(')) return TEXTS.map((text) => text.split(' '));
	return /\w\(|\[\$/.test(expression) ? TEXTS : [...TEXTS, 1002, 0, 2.5];
}

const PATH = /json((?:\??\.\w+(?!\w*\()|(?:\?\.)?\["[^"]*" ?\]|(?:\?\.)?\[0\])*)/g;
const STEP = /\w+(?=$|[.?[])|"[^"]*"|0/g;

type Fields = Record<string, unknown>;

/** Makes a row in which every path of the expression leads to the value. */
function rowFor(expression: string, value: unknown): IDataObject {
	const row: Fields = {};
	for (const [, path] of expression.matchAll(PATH)) {
		const steps = (path.match(STEP) ?? []).map((step) => step.replaceAll('"', ''));
		let at = row;
		for (const [i, step] of steps.entries()) {
			if (i === steps.length - 1) at[step] ??= value;
			else {
				const made = steps[i + 1] === '0' ? [] : {};
				if (typeof at[step] !== 'object' || at[step] === null) at[step] = made;
				at = at[step] as Fields;
			}
		}
	}
	return row as IDataObject;
}

interface Found {
	/** What n8n and the reader have for every row. */
	readonly n8n: unknown[];
	readonly values: unknown[];
	/** How often n8n's evaluator was asked for the usual rows. */
	readonly questions: number;
}

function answer(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		return `thrown: ${(error as Error).message}`;
	}
}

function readAll(context: IExecuteFunctions, usualRows: number): Found {
	const asked = jest.spyOn(context, 'getNodeParameter');
	const evaluated = jest.spyOn(context, 'evaluateExpression');
	const reader = createParameterReader(context, 'p0');
	const rows = context.getInputData().map((_, i) => i);
	const read = (i: number) => answer(() => reader.read(i));
	const values = rows.slice(0, usualRows).map(read);
	const questions = asked.mock.calls.length - 1 + evaluated.mock.calls.length;
	values.push(...rows.slice(usualRows).map(read));
	return {
		values,
		questions,
		n8n: rows.map((i) => answer(() => context.getNodeParameter('p0', i))),
	};
}

function probe(report: (context: IExecuteFunctions) => void): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: 'Reads an expression',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'P', name: 'p0', type: 'string', default: '' }],
		},
		async execute() {
			report(this);
			return [[]];
		},
	};
}

const NODES = ['Trigger', 'word', 'two words', 'Probe'];

/** Reads the expression behind nodes of all the names that the forms have. */
async function readIn(expression: string): Promise<Found> {
	const usual = usualFor(expression);
	let found: Found | undefined;
	const [trigger, ...between] = NODES;
	const to = (node: string) => ({ main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]] });
	const noOp = 'n8n-nodes-base.noOp';
	const parameters = probeParameters([expression]);
	const { error } = await runWorkflow({
		workflow: {
			nodes: [
				nodeJson({ name: trigger, type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
				...between.map((name) => {
					const type = name === 'Probe' ? PROBE_TYPE : noOp;
					return nodeJson({ name, type, parameters: name === 'Probe' ? parameters : {} });
				}),
			],
			connections: Object.fromEntries(between.map((name, i) => [NODES[i], to(name)])),
		},
		nodeTypes: { [PROBE_TYPE]: probe((context) => (found = readAll(context, usual.length))) },
		startItems: [...usual, ...UNUSUAL].map((value) => ({ json: rowFor(expression, value) })),
		credentialTypes: [],
	});
	if (found === undefined) throw new Error(error?.message ?? 'The probe did not run');
	return found;
}

/** Whether the reader names an exception that n8n hides, or words otherwise. */
function isFailure(value: unknown, ofN8n: unknown): boolean {
	const mayHide = ofN8n === undefined || typeof ofN8n === 'string';
	return mayHide && typeof value === 'string' && value.startsWith('thrown: ');
}

it('reads what people write without asking n8n for each row, and as n8n does', async () => {
	if (!existsSync(FILE)) return console.log(`Not checked, for there is no ${FILE}`);
	const forms = formsIn(readFileSync(FILE, 'utf8'));
	const slow: Form[] = [];
	for (const form of forms) {
		const { n8n, questions, ...reader } = await readIn(form.expression);
		if (questions > MOST_QUESTIONS) slow.push(form);
		const values = reader.values.map((value, i) => (isFailure(value, n8n[i]) ? n8n[i] : value));
		expect({ ...form, values }).toEqual({ ...form, values: n8n });
	}
	const sum = (of: readonly Form[]) => of.reduce((total, { count }) => total + count, 0);
	const share = 1 - sum(slow) / sum(forms);
	console.log(`${(share * 100).toFixed(1)} % of ${sum(forms)} expressions are fast`);
	expect(share).toBeGreaterThanOrEqual(LEAST_SHARE);
}, 120_000);
