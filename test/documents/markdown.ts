import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: true });

/** What a Markdown text points to, and what can be pointed to in it. */
export interface Markdown {
	/** The targets of links and images, as they are written. */
	readonly targets: readonly string[];
	/** The anchors that GitHub gives the headings. */
	readonly anchors: ReadonlySet<string>;
}

export function readMarkdown(text: string): Markdown {
	const tokens = parser.parse(text, {});
	return {
		targets: tokens.flatMap((token) => [token, ...(token.children ?? [])]).flatMap(targetsOf),
		anchors: new Set(anchorsOf(headingsIn(tokens))),
	};
}

/** A fenced block of code that stands right after an HTML comment. */
export interface NotedBlock {
	readonly note: string;
	readonly code: string;
}

const COMMENT = /^<!--\s*(.*?)\s*-->\s*$/;

/** Returns the comments that stand alone, each with the fenced block that follows; without one, code is empty. */
export function readNotedBlocks(text: string): NotedBlock[] {
	const tokens = parser.parse(text, {});
	return tokens.flatMap((token, index) => {
		const [, note] = (token.type === 'html_block' && COMMENT.exec(token.content)) || [];
		if (note === undefined) return [];
		const next = tokens[index + 1];
		return [{ note, code: next?.type === 'fence' ? next.content.replace(/\n$/, '') : '' }];
	});
}

function targetsOf(token: Token): string[] {
	if (token.type === 'link_open') return [String(token.attrGet('href'))];
	if (token.type === 'image') return [String(token.attrGet('src'))];
	if (token.type !== 'html_block' && token.type !== 'html_inline') return [];
	return [...token.content.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
}

function headingsIn(tokens: readonly Token[]): string[] {
	return tokens.flatMap((token, index) => {
		if (token.type !== 'heading_open') return [];
		const parts = tokens[index + 1].children ?? [];
		return [parts.map(({ content }) => content).join('')];
	});
}

/**
 * Returns an anchor for each heading by GitHub's rules: lower case, hyphens for spaces, no other
 * punctuation, and a number where one comes again. Source: GitHub's "Basic writing and formatting
 * syntax", section links.
 */
function anchorsOf(headings: readonly string[]): string[] {
	const counts = new Map<string, number>();
	return headings.map((heading) => {
		const slug = heading
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
			.replace(/ /g, '-');
		const earlier = counts.get(slug) ?? 0;
		counts.set(slug, earlier + 1);
		return earlier === 0 ? slug : `${slug}-${earlier}`;
	});
}
