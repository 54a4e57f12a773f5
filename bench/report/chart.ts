import { SHORT_DELAY_MS } from '../plan';
import { distinct } from './find';
import { TITLES } from './names';
import { count, seconds } from './numbers';
import type { Result } from './results';

/** Lengths in pixels. */
const WIDTH = 920;
const MARGIN = 24;
const HEADING_HEIGHT = 64;
const PANEL_TITLE_HEIGHT = 34;
const BAR_HEIGHT = 16;
const BAR_STEP = 24;
const PANEL_GAP = 18;
const NAME_WIDTH = 285;
/** Beside the longest bar, for its number. */
const NUMBER_WIDTH = 64;
const LEAST_BAR_WIDTH = 2;

/** GitHub shows a picture on white or on near-black; the chart brings a ground of its own for either. */
const STYLE = `
	.ground { fill: #ffffff; stroke: #d0d7de; }
	text { fill: #1f2328; font: 13px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
	.heading { font-size: 17px; font-weight: 600; }
	.panel { font-weight: 600; }
	.quiet { fill: #59636e; }
	.bar { fill: #9aa4af; }
	.node { fill: #e8590c; }
	@media (prefers-color-scheme: dark) {
		.ground { fill: #0d1117; stroke: #3d444d; }
		text { fill: #f0f6fc; }
		.quiet { fill: #9198a1; }
		.bar { fill: #656c76; }
		.node { fill: #ff8a3d; }
	}`;

/** A panel for each number of rows at the shorter delay, with bars of its own scale; most rows first. */
export function chartOf(results: readonly Result[]): string {
	const panels = panelsOf(results);
	const heights = panels.map((panel) => PANEL_TITLE_HEIGHT + panel.length * BAR_STEP + PANEL_GAP);
	const tops = heights.map((_, index) => HEADING_HEIGHT + sum(heights.slice(0, index)));
	const height = HEADING_HEIGHT + sum(heights);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Time to associate rows, by contender">
<style>${STYLE}
</style>
<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" />
<text class="heading" x="${MARGIN}" y="34">Time to associate contacts with companies</text>
<text class="quiet" x="${MARGIN}" y="54">HubSpot responds in ${SHORT_DELAY_MS} ms. Shorter is better. Each group has its own scale.</text>
${panels.map((panel, index) => drawPanel(panel, tops[index])).join('\n')}
</svg>
`;
}

function panelsOf(results: readonly Result[]): Result[][] {
	const shown = results.filter(({ delayMs }) => delayMs === SHORT_DELAY_MS);
	return distinct(shown, ({ rows }) => rows)
		.sort((a, b) => b - a)
		.map((rows) => shown.filter((result) => result.rows === rows));
}

function drawPanel(panel: readonly Result[], top: number): string {
	const [{ rows }] = panel;
	const longest = Math.max(...panel.map(({ medianMs }) => medianMs));
	const bars = panel.map((result, index) =>
		drawBar(result, longest, top + PANEL_TITLE_HEIGHT + index * BAR_STEP),
	);
	return `<text class="panel" x="${MARGIN}" y="${top + 22}">${count(rows)} rows</text>
${bars.join('\n')}`;
}

function drawBar({ contender, medianMs }: Result, longest: number, top: number): string {
	const left = MARGIN + NAME_WIDTH;
	const room = WIDTH - left - NUMBER_WIDTH - MARGIN;
	const width = Math.max(LEAST_BAR_WIDTH, (room * medianMs) / longest);
	const baseline = top + BAR_HEIGHT - 3;
	const style = contender === 'node' ? 'bar node' : 'bar';
	return `<text x="${MARGIN}" y="${baseline}">${escaped(TITLES[contender])}</text>
<rect class="${style}" x="${left}" y="${top}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="2" />
<text x="${(left + width + 8).toFixed(1)}" y="${baseline}">${seconds(medianMs)}</text>`;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
