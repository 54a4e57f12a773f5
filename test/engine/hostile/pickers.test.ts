import type { INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { loadOptions, searchList } from '../../../tools/engine';
import { byId } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForAllTests } from '../../support/simulator';
import { wrongMessages, wrongRequests } from './checks';
import { bothCredentials } from './hostileRun';
import { RANDOM_SEED } from '../../randomSeed';
import { AGAIN, RUN_VALUES, RUNS_MS } from './settings';
import { asJson, hostileValues } from './values';

const simulator = simulatorForAllTests();

/** What each list of the editor reads; the two of the search are texts of the editor's own. */
const INPUTS = {
	searchObjectTypes: ['filter', 'paginationToken', 'authentication', 'options.apiVersion'],
	searchAssociationTypes: ['filter', 'paginationToken', 'fromObjectType', 'toObjectType'],
	searchOwnLabels: ['filter', 'paginationToken'],
	getLabels: ['fromObjectType', 'toObjectType', 'options'],
} as const;

const SEARCHES = ['filter', 'paginationToken'];

const ATTACKS = Object.entries(INPUTS).flatMap(([method, inputs]) =>
	inputs.map((input) => [method, input] as const),
);

it('attacks every list of the node', () => {
	const { loadOptions: options, listSearch } = new HubSpotAssociations().methods;
	const methods = [...Object.keys(options), ...Object.keys(listSearch)];
	expect(Object.keys(INPUTS).sort()).toEqual(methods.sort());
});

describe(`hostile values in the lists of the editor (${AGAIN})`, () => {
	it.each(ATTACKS)(
		'%s: %s',
		async (method, input) => {
			for (const value of hostileValues(RUN_VALUES, RANDOM_SEED)) {
				if (SEARCHES.includes(input) && typeof value !== 'string') continue;
				simulator.refill({});
				const failure = await open(method, input, value);
				const messages = failure ? wrongMessages([{ json: failure }]) : [];
				const requests = wrongRequests(simulator.requests);
				expect({ value, messages, requests }).toEqual({ value, messages: [], requests: [] });
			}
		},
		RUNS_MS,
	);
});

/** Opens a list; gives what the editor shows where there is none. */
async function open(method: string, input: string, value: unknown) {
	const opened = {
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		method,
		parameters: parametersWith(input, value),
		credentials: bothCredentials(simulator),
		...(SEARCHES.includes(input) ? { [input]: value } : {}),
	};
	try {
		await (method === 'getLabels' ? loadOptions(opened) : searchList(opened));
		return undefined;
	} catch (error) {
		const { message, description = '' } = error as Error & { description?: string | null };
		return { error: message, message: description };
	}
}

function parametersWith(input: string, value: unknown): INodeParameters {
	const parameters: INodeParameters = {
		authentication: 'accessToken',
		fromObjectType: byId('0-1'),
		toObjectType: byId('0-2'),
	};
	if (SEARCHES.includes(input)) return parameters;
	const json = asJson(value) as string;
	if (input === 'options.apiVersion') return { ...parameters, options: { apiVersion: json } };
	return { ...parameters, [input]: input.endsWith('ObjectType') ? byId(json) : json };
}
