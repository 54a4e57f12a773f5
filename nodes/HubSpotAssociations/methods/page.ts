import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** Entries of a list that the editor loads at once; it asks for more when a person scrolls down. */
const PAGE_SIZE = 50;

/**
 * The entries that hold what a person typed, one page of them.
 * @param token where the page begins, as the page before gave it
 */
export function pageOf(
	entries: readonly INodeListSearchItems[],
	filter = '',
	token = '0',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const found = entries.filter(({ name, value }) =>
		[name, String(value)].some((text) => text.toLowerCase().includes(wanted)),
	);
	const start = Number(token);
	const end = start + PAGE_SIZE;
	return {
		results: found.slice(start, end),
		paginationToken: end < found.length ? String(end) : undefined,
	};
}
