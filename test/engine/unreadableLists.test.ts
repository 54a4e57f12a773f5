import type { INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../nodes/HubSpotAssociations/hubspot/api/versions';
import { simulatorForAllTests } from '../support/simulator';
import { LABELS, onLabels, READERS, type Reader } from './support/listReaders';
import { byId, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';

const simulator = simulatorForAllTests();

beforeEach(() => simulator.refill());

/** Answers of a list read that hold none; all of them are JSON that can be read. */
const NO_LISTS: Readonly<Record<string, object>> = {
	nothing: {},
	null: { results: null },
	'no list': { results: {} },
	'what is no result': { results: [null] },
	'another body': { status: 'COMPLETE', message: 'OK' },
};

async function run({ parameters, item, arrange }: Reader, options: INodeParameters) {
	arrange?.(simulator);
	return await runHubSpotNode({
		simulator,
		parameters: {
			...parameters,
			options: { ...(parameters.options as INodeParameters), ...options },
		},
		items: [typeof item === 'function' ? item(simulator) : item],
	});
}

/** Calls that change something. */
function writes(): string[] {
	return simulator.requests
		.filter(({ method, path }) => method !== 'GET' && !/\/(batch\/read|search)$/.test(path))
		.map(({ method, path }) => `${method} ${path}`);
}

function answerWith(read: Reader['read'], body: object, times = Infinity): void {
	simulator.faults.add({ ...read, times, fault: { kind: 'status', status: 200, body } });
}

async function expectUnread(reader: Reader, options: INodeParameters): Promise<void> {
	const { items, errorItems, error } = await run(reader, { maxRetries: 0, ...options });
	expect([error, ...items]).toEqual([undefined]);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		expect.stringContaining('could not be read'),
	]);
	expect(writes()).toEqual([]);
}

describe.each(Object.entries(READERS))('%s', (_, reader) => {
	it.each(Object.entries(NO_LISTS))('takes no empty list from %s', async (_name, body) => {
		answerWith(reader.read, body);
		await expectUnread(reader, {});
	});

	it.each(API_VERSIONS)(
		'takes no empty list from an answer without one (%s)',
		async (apiVersion) => {
			answerWith(reader.read, {});
			await expectUnread(reader, { apiVersion });
		},
	);
});

it('reads a list again whose answer held none', async () => {
	answerWith(LABELS, {}, 1);
	const { items, errorItems } = await run(READERS['label getAll'], {});
	expect([items.length, errorItems.length]).toEqual([4, 0]);
	expect(simulator.requests).toHaveLength(2);
});

it('believes no list in a 204', async () => {
	simulator.faults.add({ ...LABELS, times: Infinity, fault: { kind: 'empty', status: 204 } });
	const { items, errorItems } = await run(READERS['label getAll'], { maxRetries: 0 });
	expect([items.length, errorItems.length]).toEqual([0, 1]);
});

/** A list that cannot be read says nothing of what a lost answer left behind. */
describe('after a lost answer', () => {
	const lose = (method: string, path: RegExp) => {
		simulator.faults.add({ method, path, times: Infinity, fault: { kind: 'lostBefore' } });
		simulator.faults.add({
			method: 'GET',
			times: Infinity,
			fault: { kind: 'status', status: 200, body: {} },
		});
	};

	it('takes no label for deleted', async () => {
		lose('DELETE', /\/labels\/36$/);
		const { items, errorItems } = await run(
			{
				...READERS['label delete by name'],
				parameters: onLabels('delete', { associationType: byId('USER_DEFINED:36') }),
			},
			{ maxRetries: 1 },
		);
		expect(items).toEqual([]);
		expect(errorItems[0].json.message).toContain('HubSpot may still have made the change');
		expect(simulator.account.labels('contacts', 'companies')).toContainEqual(
			expect.objectContaining({ typeId: 36 }),
		);
	});

	it('creates no limit again', async () => {
		lose('POST', /\/batch\/create$/);
		const { items, errorItems } = await run(
			{ ...READERS['limit upsert'], parameters: writeLimits('create') },
			{ maxRetries: 1 },
		);
		expect(items).toEqual([]);
		expect(errorItems[0].json.message).toContain('HubSpot may still have made the change');
		expect(writes()).toHaveLength(1);
	});
});
