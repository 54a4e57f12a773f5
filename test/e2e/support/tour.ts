import type { Locator } from 'playwright-core';
import type { Editor } from './editor';
import type { Recorder } from './recorder';

/** For a person to read the result. */
const READING_MS = 3_000;

/** Builds and runs the workflow of the README's animation, from an empty canvas to the refused rows. */
export class Tour {
	constructor(
		private readonly recorder: Recorder,
		private readonly editor: Editor,
		private readonly url: string,
	) {}

	async readsSpreadsheet(file: string): Promise<void> {
		await this.recorder.page.goto(`${this.url}/workflow/new`);
		await this.part('canvas-add-button').waitFor();
		await this.recorder.look();
		await this.recorder.click(this.part('canvas-add-button'));
		await this.choose('Trigger manually');
		await this.addNode('read file', 'Read/Write Files from Disk', 'Read File(s) From Disk');
		await this.recorder.click(this.part('parameter-input-fileSelector'));
		await this.recorder.type(file);
		await this.closeNode();
		await this.addNode('extract', 'Extract from File', 'Extract from CSV');
		await this.closeNode();
	}

	async addsNode(): Promise<void> {
		await this.addNode('hubspot assoc', 'HubSpot Associations', 'Create associations');
		await this.pick('fromObjectType', 'Contacts');
		await this.pick('toObjectType', 'Companies');
		await this.editor.runPreviousNodes();
		await this.editor.dismissMessages();
		await this.recorder.look();
	}

	async mapsColumns(columns: Readonly<Record<string, string>>): Promise<void> {
		const pills = this.part('run-data-schema-item').locator('[data-target="mappable"]');
		for (const [column, parameter] of Object.entries(columns)) {
			const field = this.part(`parameter-input-${parameter}`);
			await this.recorder.drag(pills.filter({ hasText: column }).first(), field);
			await field.getByText(`$json.${column}`).waitFor();
			await this.editor.dismissMessages();
		}
	}

	async sendsRefusedRowsElsewhere(): Promise<void> {
		await this.recorder.click(this.part('tab-settings'));
		await this.recorder.click(this.part('parameter-input-onError'));
		await this.choose('Continue (using error output)');
		await this.closeNode();
	}

	/** @returns what the canvas says, with the number of items on each way */
	async runs(): Promise<string> {
		await this.recorder.click(this.part('execute-workflow-button').first());
		await this.recorder.page.getByText('Workflow executed successfully').waitFor();
		await this.editor.dismissMessages();
		await this.recorder.look(READING_MS);
		return await this.recorder.page.locator('.vue-flow').innerText();
	}

	/** @returns the rows of the error output, with the reasons at their end */
	async showsRefusedRows(): Promise<Array<Record<string, string>>> {
		await this.recorder.click(this.part('canvas-node').last(), 2);
		await this.recorder.click(this.part('output-panel').getByText('Error Branch'));
		await this.recorder.look();
		const reasons = this.part('output-panel')
			.locator('thead th')
			.getByText(/^\s*message\s*$/);
		await reasons.evaluate((header) =>
			header.scrollIntoView({ block: 'nearest', inline: 'start' }),
		);
		await this.recorder.look(READING_MS);
		return await this.editor.outputRows();
	}

	private async addNode(search: string, node: string, action: string): Promise<void> {
		await this.recorder.click(this.part('canvas-handle-plus').last());
		await this.recorder.page.getByTestId('node-creator-search-bar').fill(search);
		await this.choose(node);
		await this.choose(action);
		await this.part('node-parameters').waitFor();
	}

	private async pick(parameter: string, entry: string): Promise<void> {
		await this.recorder.click(this.part(`resource-locator-${parameter}`).getByTestId('rlc-input'));
		const list = this.part('rlc-item').filter({ visible: true, hasText: entry });
		await list.first().waitFor();
		await this.recorder.click(list.first());
	}

	private async choose(text: string): Promise<void> {
		const entry = this.recorder.page.getByText(text, { exact: true }).first();
		await entry.waitFor();
		await this.recorder.click(entry);
	}

	private async closeNode(): Promise<void> {
		await this.editor.closeNode();
		await this.recorder.look();
	}

	private part(testId: string): Locator {
		return this.recorder.page.getByTestId(testId);
	}
}
