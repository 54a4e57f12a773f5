/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runWorkflow, type WorkflowJson } from '../../../tools/engine';

describe('runWorkflow', () => {
	const position: [number, number] = [0, 0];

	it('reads a CSV file through real binary data', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'harness-test-'));
		const file = join(folder, 'rows.csv');
		writeFileSync(file, '\uFEFFname,count\n"Ada, Countess",1\nBob,\n');
		const base = { typeVersion: 1, position };
		const to = (node: string) => ({ main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]] });
		const workflow: WorkflowJson = {
			nodes: [
				{ ...base, id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
				{
					...base,
					id: '2',
					name: 'Read',
					type: 'n8n-nodes-base.readWriteFile',
					parameters: { fileSelector: file },
				},
				{ ...base, id: '3', name: 'Rows', type: 'n8n-nodes-base.extractFromFile', parameters: {} },
				{ ...base, id: '4', name: 'End', type: 'n8n-nodes-base.noOp', parameters: {} },
				{ ...base, id: '5', name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: {} },
			],
			connections: { Start: to('Read'), Read: to('Rows'), Rows: to('End') },
		};
		const started: string[] = [];
		const ended: string[] = [];
		const run = await runWorkflow({
			workflow,
			onNodeStart: (name) => started.push(name),
			onNodeEnd: (name) => ended.push(name),
		});
		rmSync(folder, { recursive: true });
		expect(run.error).toBeUndefined();
		expect(run.nodes.End[0].outputs[0].map(({ json }) => json)).toEqual([
			{ name: 'Ada, Countess', count: '1' },
			{ name: 'Bob' },
		]);
		expect(started).toEqual(['Start', 'Read', 'Rows', 'End']);
		expect(ended).toEqual(started);
	});

	it('names a node type that it does not know', async () => {
		const node = {
			id: '1',
			name: 'X',
			type: 'n8n-nodes-base.x',
			typeVersion: 1,
			position,
			parameters: {},
		};
		await expect(runWorkflow({ workflow: { nodes: [node], connections: {} } })).rejects.toThrow(
			"The harness knows no node type 'n8n-nodes-base.x'",
		);
	});

	it('leaves nothing behind on the disk', () => {
		expect(existsSync(String(process.env.N8N_USER_FOLDER))).toBe(false);
	});
});
