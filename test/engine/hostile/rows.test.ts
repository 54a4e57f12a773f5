/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { INodeParameters } from 'n8n-workflow';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { startSimulator, type Simulator } from '../../simulator';
import { runHubSpotNode } from '../support/hubSpotNode';
import { wrongFields, wrongMessages, wrongRequests } from './checks';
import {
	HARMLESS,
	itemsOf,
	parametersOf,
	rowAttacks,
	RUN_PARAMETERS,
	seedFor,
} from './rowParameters';
import { hostileValues } from './values';

/** Of every parameter that can differ from row to row. */
const ROW_VALUES = 5_000;

/** Of every parameter that takes a run of its own; `npm run test:hostile` asks for 5,000. */
const RUN_VALUES = Number(process.env.HOSTILE_VALUES ?? 300);

const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31);

const ROWS_MS = 60_000;
const MS_PER_RUN = 60;

/** As fast as it goes; nothing is tried again, so that a hang is one of the node's own. */
const OPTIONS: INodeParameters = {
	maxConcurrency: 20,
	requestsPerTenSeconds: 1_000_000,
	maxRetries: 0,
	timeout: 20_000,
};

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});

afterEach(() => {
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

afterAll(async () => {
	await simulator.close();
});

async function run(
	attack: { readonly parameter: string },
	parameters: INodeParameters,
	values: readonly unknown[],
) {
	simulator.refill({
		behaviour: { labelsPerPair: Infinity, limitCreateOverExisting: 'overwrite' },
		seed: (account) => seedFor(attack, account, values.length),
	});
	return await runHubSpotNode({
		simulator,
		parameters,
		items: itemsOf(attack, values),
	});
}

/** Every row has an outcome, every request is one of HubSpot's documents, every message is for people. */
function findingsOf(played: Awaited<ReturnType<typeof run>>, values: readonly unknown[]) {
	const answered = new Set(
		[...played.items, ...played.errorItems].map(({ pairedItem }) =>
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined,
		),
	);
	const { requests } = simulator;
	const isWrite = ({ path }: { path: string }) => !/\/(read|search)$/.test(path);
	return {
		error: played.error?.message,
		lost: values.filter((_, row) => !answered.has(row)).slice(0, 3),
		requests: wrongRequests(requests).slice(0, 3),
		fields: requests
			.filter(isWrite)
			.flatMap(({ body }) => wrongFields(body))
			.slice(0, 3),
		messages: wrongMessages(played.errorItems).slice(0, 3),
	};
}

const NONE = { error: undefined, lost: [], requests: [], fields: [], messages: [] };

describe(`hostile values in rows (HOSTILE_SEED=${SEED})`, () => {
	it.each(rowAttacks())(
		'$resource $operation: $parameter $mode',
		async (attack) => {
			const values = hostileValues(ROW_VALUES, SEED);
			const parameters = { ...parametersOf(attack), options: OPTIONS };
			const played = await run(attack, parameters, values);
			const found = findingsOf(played, values);
			const isReading = attack.operation === 'getAll';
			expect({ attack, ...found, ...(isReading ? { lost: [] } : {}) }).toEqual({ attack, ...NONE });
			// Some are what HubSpot takes and some are not, or the values would prove nothing.
			expect(played.items.length).toBeGreaterThan(0);
			if (!isText(attack)) expect(played.errorItems.length).toBeGreaterThan(0);
		},
		ROWS_MS,
	);
});

/** A label may read in any way. */
function isText({ parameter }: { parameter: string }): boolean {
	return parameter === 'label' || parameter === 'inverseLabel';
}

interface RunAttack {
	readonly resource: string;
	readonly operation: string;
	readonly parameter: string;
}

/** Each option once, at the first operation that has it; and what is read once besides. */
function runAttacks(): RunAttack[] {
	const attacks = new Map<string, RunAttack>();
	for (const { option, operations } of RESOURCES) {
		for (const { option: operation, description } of operations) {
			const names = description.flatMap(({ name, options = [] }) =>
				name === 'options'
					? options.map((one) => `options.${one.name}`)
					: RUN_PARAMETERS.filter((known) => known === name),
			);
			for (const parameter of names) {
				if (attacks.has(parameter)) continue;
				attacks.set(parameter, { resource: option.value, operation: operation.value, parameter });
			}
		}
	}
	return [...attacks.values()];
}

describe(`hostile values for a whole run (HOSTILE_SEED=${SEED})`, () => {
	it.each(runAttacks())(
		'$resource $operation: $parameter',
		async ({ resource, operation, parameter }) => {
			const [name, option] = parameter.split('.');
			const value = '={{ $json.value }}';
			const parameters = {
				...HARMLESS,
				...(name === 'limit' ? { returnAll: false } : {}),
				resource,
				operation,
				options: { ...OPTIONS, ...(option ? { [option]: value } : {}) },
				...(option ? {} : { [name]: value }),
			};
			for (const one of hostileValues(RUN_VALUES, SEED)) {
				const found = findingsOf(await run({ parameter }, parameters, [one]), [one]);
				const isReading = operation === 'getAll';
				expect({ one, ...found, ...(isReading ? { lost: [] } : {}) }).toEqual({ one, ...NONE });
			}
		},
		ROWS_MS + RUN_VALUES * MS_PER_RUN,
	);
});
