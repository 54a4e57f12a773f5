import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../nodes/HubSpotAssociations/hubspot/api/versions';
import type { Fault } from '../../simulator';
import { simulatorForAllTests } from '../support/simulator';
import { associationRun, checkingLimits } from './support/associations';
import { byId, fromList, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';
import { byEmailAndDomain, domainOf, emailOf } from './support/idProperties';

const simulator = simulatorForAllTests();

beforeEach(() => simulator.refill());

interface Reader {
	readonly parameters: INodeParameters;
	readonly item: IDataObject | (() => IDataObject);
	/** The read whose answer holds no list. */
	readonly read: Required<Pick<Fault, 'method' | 'path'>> & Pick<Fault, 'after'>;
	readonly arrange?: () => void;
}

const LABELS = { method: 'GET', path: /\/labels$/ };
const LIMITS = { method: 'GET', path: /\/configurations\/0-1\/0-2$/ };
const ASSOCIATIONS = { method: 'POST', path: /0-1\/0-2\/batch\/read$/ };

const PAIR: INodeParameters = { fromObjectType: fromList('0-1'), toObjectType: fromList('0-2') };
const RECORDS = { from: '1001', to: '5001' };
const LIMIT = { type: 'USER_DEFINED:36', maximum: 5 };

function onLabels(operation: string, further: INodeParameters = {}): INodeParameters {
	return { resource: 'associationLabel', operation, ...PAIR, ...further };
}

function byEmail(): IDataObject {
	return { from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) };
}

function limitContacts(): void {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 1);
}

const READERS: Readonly<Record<string, Reader>> = {
	'label getAll': {
		parameters: onLabels('getAll', { returnAll: true }),
		item: {},
		read: LABELS,
	},
	'label update of one text': {
		parameters: onLabels('update', { associationType: byId('USER_DEFINED:36'), inverseLabel: 'X' }),
		item: {},
		read: LABELS,
	},
	'label delete by name': {
		parameters: onLabels('delete', {
			associationType: { ...byId('Decision Maker'), mode: 'label' } as INodeParameters,
		}),
		item: {},
		read: LABELS,
	},
	'limit getAll': {
		parameters: writeLimits('getAll', { returnAll: true, scope: 'pair' }),
		item: {},
		read: LIMITS,
	},
	'limit getAll of the account': {
		parameters: writeLimits('getAll', { returnAll: true, scope: 'all' }),
		item: {},
		read: { method: 'GET', path: /\/configurations\/all$/ },
	},
	'limit upsert': { parameters: writeLimits('upsert'), item: LIMIT, read: LIMITS },
	'limit sync': { parameters: writeLimits('sync'), item: LIMIT, read: LIMITS },
	'limit sync with Delete Unlisted': {
		parameters: writeLimits('sync', { options: { deleteUnlisted: true } }),
		item: LIMIT,
		read: LIMITS,
		arrange: limitContacts,
	},
	'limit upsert under a rule': {
		parameters: writeLimits('upsert'),
		item: LIMIT,
		read: LABELS,
		arrange: limitContacts,
	},
	'association create with a label by name': {
		parameters: associationRun('create', { labels: ['Decision Maker'] }),
		item: RECORDS,
		read: LABELS,
	},
	'association create with Keep': {
		parameters: associationRun('create', {
			labels: ['USER_DEFINED:36'],
			options: { existingLabels: 'keep' },
		}),
		item: RECORDS,
		read: ASSOCIATIONS,
	},
	'association create with Check Limits, the limits': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: LIMITS,
	},
	'association create with Check Limits, the labels': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: LABELS,
		arrange: limitContacts,
	},
	'association create with Check Limits, the associations': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: ASSOCIATIONS,
		arrange: limitContacts,
	},
	'association create by email': {
		parameters: byEmailAndDomain(),
		item: byEmail,
		read: { method: 'POST', path: /contacts\/batch\/read$|0-1\/batch\/read$/ },
	},
	'association create by domain': {
		parameters: byEmailAndDomain(),
		item: byEmail,
		read: { method: 'POST', path: /\/search$/ },
	},
	'association getAll': {
		parameters: associationRun('getAll', { returnAll: true }),
		item: RECORDS,
		read: ASSOCIATIONS,
	},
};

/** Answers of a list read that hold none; all of them are JSON that can be read. */
const NO_LISTS: Readonly<Record<string, object>> = {
	nothing: {},
	null: { results: null },
	'no list': { results: {} },
	'what is no result': { results: [null] },
	'another body': { status: 'COMPLETE', message: 'OK' },
};

async function run({ parameters, item, arrange }: Reader, options: INodeParameters) {
	arrange?.();
	return await runHubSpotNode({
		simulator,
		parameters: {
			...parameters,
			options: { ...(parameters.options as INodeParameters), ...options },
		},
		items: [typeof item === 'function' ? item() : item],
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
