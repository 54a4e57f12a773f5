import type { BatchCall } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import {
	deleteLabelCall,
	updateLabelCall,
	type LabelUpdate,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/labelChanges';
import { fail, invalidInput, succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const MANAGER = { pair: PAIR, category: 'USER_DEFINED', typeId: 145, label: 'Manager' } as const;
const PAIRED: LabelUpdate = { ...MANAGER, inverseLabel: 'Employee' };

const FORTH = '/crm/associations/2026-03/contacts/companies/labels';
const BACK = '/crm/associations/2026-03/companies/contacts/labels';

const label = (typeId: number, text: string, category = 'USER_DEFINED') => ({
	category,
	typeId,
	label: text,
});
const unread = fail(invalidInput('Not read'));
type Lists = Readonly<Record<string, object[] | undefined>>;

/** Answers a list of labels by its path; a path without one is refused. */
function reader(lists: Lists) {
	const asked: string[] = [];
	const send = async ({ method, path }: HubSpotRequest) => {
		asked.push(`${method} ${path}`);
		const results = lists[path];
		return await Promise.resolve(results ? succeed(answer(200, { results })) : unread);
	};
	return { asked, send };
}

async function readBack<Input>(call: BatchCall<Input, Input>, ...inputs: Input[]) {
	const held = await call.readBack?.(inputs);
	return held?.ok ? held.value : held;
}

describe('an update', () => {
	const { send } = reader({});
	const call = updateLabelCall('2026-03', PAIR, send);

	it('goes alone and sends an inverse label only where there is one', () => {
		expect(call.maximum).toBe(1);
		expect(call.request([MANAGER])).toEqual({
			method: 'PUT',
			path: FORTH,
			body: { associationTypeId: 145, label: 'Manager' },
		});
		expect(call.request([PAIRED]).body).toEqual({
			associationTypeId: 145,
			label: 'Manager',
			inverseLabel: 'Employee',
		});
	});

	it('is done where HubSpot confirms it, and refused with all that its error says', () => {
		expect(call.settle([MANAGER], answer(204))).toEqual([succeed(MANAGER)]);
		expect(call.settle([MANAGER], answer(200, {}))).toMatchObject([
			{ failure: { state: 'unknown' } },
		]);
		expect(call.blamed([MANAGER], invalidInput('No'))).toEqual([]);
	});

	it('may be repeated without a look: it comes to the same', () => {
		expect(call.mustReadBack).toBeUndefined();
	});

	it.each<[string, LabelUpdate, Lists, unknown, string[]]>([
		['it has the text', MANAGER, { [FORTH]: [label(145, 'Manager')] }, [MANAGER], [FORTH]],
		['it has another', MANAGER, { [FORTH]: [label(145, 'Boss')] }, [undefined], [FORTH]],
		[
			'another label has the text',
			MANAGER,
			{ [FORTH]: [label(144, 'Manager'), label(145, 'Manager', 'HUBSPOT_DEFINED')] },
			[undefined],
			[FORTH],
		],
		['the labels are refused', MANAGER, {}, unread, [FORTH]],
		[
			'it has both texts',
			PAIRED,
			{ [FORTH]: [label(145, 'Manager')], [BACK]: [label(9, 'Other'), label(144, 'Employee')] },
			[PAIRED],
			[FORTH, BACK],
		],
		[
			'it lacks the inverse text',
			PAIRED,
			{ [FORTH]: [label(145, 'Manager')], [BACK]: [label(144, 'Other')] },
			[undefined],
			[FORTH, BACK],
		],
		[
			'it lacks the first text, and no more is read',
			PAIRED,
			{ [FORTH]: [label(145, 'Boss')], [BACK]: [label(144, 'Employee')] },
			[undefined],
			[FORTH],
		],
		[
			'the labels of the other direction are refused',
			PAIRED,
			{ [FORTH]: [label(145, 'Manager')] },
			unread,
			[FORTH, BACK],
		],
	])('is read back where %s', async (_, input, lists, held, paths) => {
		const { asked, send: read } = reader(lists);
		expect(await readBack(updateLabelCall('2026-03', PAIR, read), input)).toEqual(held);
		expect(asked).toEqual(paths.map((path) => `GET ${path}`));
	});
});

describe('a deletion', () => {
	const other = { ...MANAGER, typeId: 146 };
	const callOver = (lists: Lists) => deleteLabelCall('2026-03', PAIR, reader(lists).send);

	it('names the label in its path, goes alone and is never repeated without a look', () => {
		const call = callOver({});
		expect(call.request([MANAGER])).toEqual({ method: 'DELETE', path: `${FORTH}/145` });
		expect(call.maximum).toBe(1);
		expect(call.mustReadBack).toBe(true);
		expect(call.blamed([MANAGER], invalidInput('No'))).toEqual([]);
		expect(call.settle([MANAGER], answer(204))).toEqual([succeed(MANAGER)]);
	});

	it('is done where the label is gone, and only there', async () => {
		const lists = { [FORTH]: [label(145, 'Renamed')] };
		expect(await readBack(callOver(lists), MANAGER, other)).toEqual([undefined, other]);
	});

	it('is not done for want of a list', async () => {
		expect(await readBack(callOver({}), MANAGER)).toEqual(unread);
	});
});
