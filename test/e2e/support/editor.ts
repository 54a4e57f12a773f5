import type { Locator, Page } from 'playwright-core';
import { OWNER } from '../../../tools/n8n/restClient';
import { waitFor } from '../../../tools/n8n/waitFor';

/** For a list that n8n fills from the simulator. */
const LIST_TIMEOUT_MS = 20_000;

/** What n8n needs to open a list that it has. */
const OPEN_MS = 1_500;

/** A person too lets go beside the field now and then, and drags again. */
const DRAG_ATTEMPTS = 4;

const GLIDE_MS = 600;
const CLOSING_MS = 2_000;

/** n8n's editor, as a person clicks through it. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await this.page.locator('input[type="password"]').fill(OWNER.password);
		await this.part('form-submit-button').click();
		await this.page.waitForURL('**/home/**');
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
		await this.fitCanvas();
	}

	/** Finds a node in the node creator and adds one of its actions behind the last node. */
	async addNode(search: string, node: string, action: string): Promise<void> {
		await this.part('canvas-handle-plus').last().click();
		await this.part('node-creator-search-bar').fill(search);
		await this.page.getByText(node, { exact: true }).first().click();
		await this.page.getByText(action, { exact: true }).click();
		await this.part('node-parameters').waitFor();
	}

	async openNode(name: string): Promise<void> {
		await this.part('canvas-node').filter({ hasText: name }).first().dblclick();
		await this.part('node-parameters').waitFor();
	}

	async saveWorkflow(): Promise<void> {
		await this.page.keyboard.press('Control+s');
	}

	/** Everything that the panel of the node says. */
	async panelText(): Promise<string> {
		return await this.part('node-parameters').innerText();
	}

	async pickCredential(name: string): Promise<void> {
		await this.part('node-credentials-select').click();
		await this.page.getByText(name, { exact: true }).last().click();
	}

	async runPreviousNodes(): Promise<void> {
		await this.part('execute-previous-node').click();
		await this.part('run-data-schema-item').first().waitFor();
	}

	/** The names of the fields that the input offers: those of a run, or those that are expected of one. */
	async inputFields(): Promise<string[]> {
		const names = this.part('run-data-schema-item').locator('[data-target="mappable"]');
		await names.first().waitFor();
		return (await names.allInnerTexts()).map((text) => text.trim());
	}

	/** Opens the list of a resource locator, searches it and picks an entry. */
	async pickFromList(parameter: string, search: string, entry: string): Promise<void> {
		const list = await this.openList(parameter);
		await this.page.keyboard.type(search);
		await list.filter({ hasText: entry }).click();
	}

	/** The entries of the list of a resource locator, which is left open. */
	async openList(parameter: string): Promise<Locator> {
		await this.part(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		const list = this.part('rlc-item').filter({ visible: true });
		await list.first().waitFor();
		return list;
	}

	/** What a field shows of its value. */
	async textIn(parameter: string): Promise<string> {
		return (await this.part(`parameter-input-${parameter}`).innerText()).trim();
	}

	/** What a resource locator shows as its choice. */
	async chosenIn(parameter: string): Promise<string> {
		const locator = this.part(`resource-locator-${parameter}`);
		return await locator.getByTestId('rlc-input').inputValue();
	}

	/** The complaints beside a parameter, as red triangles. */
	async issuesOf(parameter: string): Promise<string[]> {
		const field = this.part('parameter-item').filter({
			has: this.part(`parameter-input-${parameter}`),
		});
		return await field.getByTestId('parameter-issues').allInnerTexts();
	}

	/** The entries of a list of options, which is left open. The list may still be loading. */
	async openOptions(parameter: string): Promise<Locator> {
		const options = this.page.getByRole('option').filter({ visible: true });
		return await waitFor(`the options of ${parameter}`, LIST_TIMEOUT_MS, async () => {
			await this.part(`parameter-input-${parameter}`).click();
			return (await appears(options.first())) ? options : undefined;
		});
	}

	async closeOptions(): Promise<void> {
		await this.page.keyboard.press('Escape');
		const open = this.page.getByRole('option').filter({ visible: true });
		await open.first().waitFor({ state: 'hidden' });
	}

	/** Drags a field of the input into a parameter. */
	async dragField(field: string, parameter: string): Promise<void> {
		const pill = this.part('run-data-schema-item').locator('[data-target="mappable"]');
		const target = this.part(`parameter-input-${parameter}`);
		const mapped = target.getByText(`$json.${field}`);
		// The panel moves when the field above shows its value, and a drop beside the field is lost.
		for (let attempt = 1; attempt <= DRAG_ATTEMPTS; attempt++) {
			await this.drag(pill.filter({ hasText: field }).first(), target);
			if (await appears(mapped)) return;
		}
		await mapped.waitFor();
	}

	/** Sets 'On Error' so that refused rows leave by an output of their own. */
	async continueOnErrorOutput(): Promise<void> {
		await this.part('tab-settings').click();
		await this.part('parameter-input-onError').click();
		await this.page.getByText('Continue (using error output)').click();
		await this.part('tab-params').click();
	}

	async runStep(): Promise<void> {
		await this.part('node-execute-button').click();
		await this.part('output-panel').locator('table').waitFor();
	}

	/** @param branch as its tab is called: 'Success Branch' or 'Error Branch' */
	async showBranch(branch: string): Promise<void> {
		await this.part('output-panel').getByText(branch).click();
	}

	async outputText(): Promise<string> {
		return await this.part('output-panel').innerText();
	}

	/** The cells of the shown output, row by row, under the names of their columns. */
	async outputRows(): Promise<Array<Record<string, string>>> {
		const table = this.part('output-panel').locator('table');
		const names = (await table.locator('thead th').allInnerTexts()).map((text) => text.trim());
		const rows = await table.locator('tbody tr').all();
		return await Promise.all(
			rows.map(async (row) => {
				const cells = await row.locator('td').allInnerTexts();
				return Object.fromEntries(names.map((name, column) => [name, cells[column].trim()]));
			}),
		);
	}

	async closeNode(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.fitCanvas();
	}

	async fitCanvas(): Promise<void> {
		await this.part('zoom-to-fit').click();
		// The canvas glides there; nothing tells when it has arrived.
		await this.page.waitForTimeout(GLIDE_MS);
	}

	/** Closes the messages in the corner, which would cover a picture. */
	async dismissMessages(): Promise<void> {
		const closers = this.page.locator('.el-notification__closeBtn').filter({ visible: true });
		while ((await closers.count()) > 0) {
			// A message may go by itself between the look and the click.
			await closers
				.first()
				.click({ timeout: CLOSING_MS })
				.catch(() => undefined);
		}
		await this.page.locator('.el-notification').first().waitFor({ state: 'detached' });
	}

	private part(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	private async drag(what: Locator, where: Locator): Promise<void> {
		const from = await middleOf(what);
		const to = await middleOf(where);
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		// n8n takes a movement for a drag after some pixels, and needs steps to see where it goes.
		await this.page.mouse.move(from.x + 60, from.y + 60, { steps: 5 });
		await this.page.mouse.move(to.x, to.y, { steps: 8 });
		await this.page.mouse.up();
	}
}

async function appears(locator: Locator): Promise<boolean> {
	try {
		await locator.waitFor({ timeout: OPEN_MS });
		return true;
	} catch {
		return false;
	}
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	const box = await locator.boundingBox();
	if (!box) throw new Error(`${String(locator)} is not on the page`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
