import { readDocument } from '../../documents/documents';
import rateLimits from '../../../bench/rateLimits.json';
import results from '../../../bench/results.json';
import { sectionOf } from '../../../bench/report/section';

/** Prettier sets the width of columns. */
function withoutWidths(markdown: string): string {
	return markdown.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
}

it('docs/speed.md shows what was measured', () => {
	const { text } = readDocument('docs/speed.md');
	const [, section] = /<!-- bench:start -->([^]*)<!-- bench:end -->/.exec(text) ?? [];
	const links = { chart: 'images/benchmark.svg', figures: '../bench/results.json' };
	expect(withoutWidths(section.trim())).toBe(withoutWidths(sectionOf(results, links, rateLimits)));
});
