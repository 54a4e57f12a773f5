import type { Records } from '../account/Records';
import { invalid } from '../http/errors';
import { endpoint, type Answer, type Call } from './endpoint';
import { recordOf } from './objects';
import { SEARCH_BODY } from './schemas';

interface Filter {
	propertyName: string;
	operator: string;
	value?: string;
	values?: string[];
}

interface SearchBody {
	filterGroups?: Array<{ filters: Filter[] }>;
	properties?: string[];
	limit?: number;
	after?: string;
}

/** From HubSpot's guide to search. */
const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 200;
const MOST_RESULTS = 10_000;
const MOST_FILTER_GROUPS = 5;
const MOST_FILTERS = 6;

export const searchEndpoints = [
	endpoint<SearchBody>({
		method: 'POST',
		root: 'objects',
		path: '/:type/search',
		access: 'readObject',
		rate: 'search',
		schema: SEARCH_BODY,
		handle: search,
	}),
];

function search(call: Call<SearchBody>): Answer {
	const { filterGroups = [], properties = [], limit = DEFAULT_LIMIT, after } = call.body;
	const start = Number(after ?? 0);
	if (limit < 1 || limit > LARGEST_LIMIT) throw invalid(`limit must be 1 to ${LARGEST_LIMIT}`);
	if (!Number.isInteger(start)) throw invalid(`after ${after} is not a number`);
	if (start + limit > MOST_RESULTS) throw invalid(`A search gives ${MOST_RESULTS} results at most`);
	const type = call.account.objectTypes.find(call.params.type);
	const ids = matching(call.account.records(type), filterGroups);
	const end = start + limit;
	const more = ids.length > end && { paging: { next: { after: String(end) } } };
	const results = ids.slice(start, end).map((id) => recordOf(call, type, id, properties));
	return { status: 200, body: { total: ids.length, results, ...more } };
}

/** Filters of one group must all hold; one group must. No group: everything. */
function matching(records: Records, groups: ReadonlyArray<{ filters: Filter[] }>): string[] {
	if (groups.length > MOST_FILTER_GROUPS) throw invalid(`${MOST_FILTER_GROUPS} groups at most`);
	if (groups.length === 0) return [...records.ids()];
	const found = new Set<string>();
	for (const { filters } of groups) {
		if (filters.length > MOST_FILTERS) throw invalid(`${MOST_FILTERS} filters at most in a group`);
		const [first = new Set(records.ids()), ...rest] = filters.map((one) => idsOf(records, one));
		for (const id of first) if (rest.every((ids) => ids.has(id))) found.add(id);
	}
	return [...found];
}

/** @throws HubSpotError 400 for the operators that the simulator does not know */
function idsOf(records: Records, { propertyName, operator, value, values }: Filter): Set<string> {
	switch (operator) {
		case 'EQ':
			return withValues(records, propertyName, [value ?? '']);
		case 'IN':
			return withValues(records, propertyName, values ?? []);
		case 'HAS_PROPERTY':
			return new Set([...records.ids()].filter((id) => records.get(id)?.[propertyName]));
		default:
			throw invalid(`The simulator does not know the operator ${operator}`);
	}
}

function withValues(records: Records, property: string, values: readonly string[]): Set<string> {
	if (property === 'hs_object_id') return new Set(values.filter((id) => records.has(id)));
	return new Set(values.flatMap((value) => records.withValue(property, value)));
}
