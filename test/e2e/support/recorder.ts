import type { CDPSession, Locator, Page } from 'playwright-core';
import { animatedWebp, type Frame, type Size } from './animatedWebp';

/** What of the window is recorded, and how large it becomes: n8n's words stay readable. */
const WINDOW: Size = { width: 1240, height: 760 };
const SCALE = 0.8;
const QUALITY = 75;

/** How long one looks at what has changed, and then at where the pointer has gone. */
const LOOK_MS = 700;
const AIM_MS = 350;

/** For n8n's transitions. */
const SETTLE_MS = 700;

/** Chromium without a window draws no pointer. */
const POINTER_SCRIPT = `
	addEventListener('DOMContentLoaded', () => {
		const pointer = document.createElement('div');
		pointer.innerHTML = '<svg width="26" height="26" viewBox="0 0 24 24"><path d="M4 2v18l5-5 3.5 7 3-1.5L12 14h7z" fill="#000" stroke="#fff" stroke-width="1.5"/></svg>';
		pointer.style.cssText = 'position:fixed;left:-50px;top:0;z-index:2147483647;pointer-events:none';
		document.documentElement.append(pointer);
		addEventListener('mousemove', ({ clientX, clientY }) => {
			pointer.style.left = clientX - 4 + 'px';
			pointer.style.top = clientY - 2 + 'px';
		}, true);
	});
`;

/** Uses the editor as a person does and keeps a picture of every step. */
export class Recorder {
	private readonly frames: Frame[] = [];

	private constructor(
		readonly page: Page,
		private readonly session: CDPSession,
	) {}

	static async of(page: Page): Promise<Recorder> {
		await page.setViewportSize(WINDOW);
		await page.addInitScript(POINTER_SCRIPT);
		return new Recorder(page, await page.context().newCDPSession(page));
	}

	async click(where: Locator, times = 1): Promise<void> {
		await this.aim(where);
		await where.click({ clickCount: times });
		// What opens under the pointer must not take it for a wish to see a tooltip.
		if (times > 1) await this.page.mouse.move(WINDOW.width / 2, 0);
		await this.look();
	}

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
		await this.look();
	}

	async drag(what: Locator, where: Locator): Promise<void> {
		await this.aim(what);
		await this.page.mouse.down();
		const { x, y } = await middleOf(what);
		// n8n takes a movement for a drag after some pixels.
		await this.page.mouse.move(x + 60, y + 60, { steps: 5 });
		await this.page.waitForTimeout(SETTLE_MS);
		await this.aim(where);
		await this.page.mouse.up();
		await this.look();
	}

	/** @param milliseconds how long the animation rests here */
	async look(milliseconds = LOOK_MS): Promise<void> {
		await this.page.waitForTimeout(SETTLE_MS);
		await this.record(milliseconds);
	}

	animation(): Buffer {
		return animatedWebp(this.frames, {
			width: Math.round(WINDOW.width * SCALE),
			height: Math.round(WINDOW.height * SCALE),
		});
	}

	private async aim(where: Locator): Promise<void> {
		const { x, y } = await middleOf(where);
		await this.page.mouse.move(x, y, { steps: 8 });
		await this.record(AIM_MS);
	}

	private async record(milliseconds: number): Promise<void> {
		const { data } = await this.session.send('Page.captureScreenshot', {
			format: 'webp',
			quality: QUALITY,
			clip: { x: 0, y: 0, ...WINDOW, scale: SCALE },
		});
		this.frames.push({ image: Buffer.from(data, 'base64'), milliseconds });
	}
}

/** Waits until it is there and in view. */
async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	await locator.scrollIntoViewIfNeeded();
	const box = await locator.boundingBox();
	if (!box) throw new Error(`${String(locator)} is not on the page`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
