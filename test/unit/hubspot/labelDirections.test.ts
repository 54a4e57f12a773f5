import type { Send } from '../../../nodes/HubSpotAssociations/hubspot/api/batchCall';
import {
	findUnlabeledType,
	mayBeUnlabeled,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import {
	createLabelCall,
	inverseOf,
	withDirection,
	type NewLabel,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/newLabels';
import {
	identityOf,
	MOST_IN_DOUBT,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/pairIdentity';
import { pairKey } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { fail, invalidInput, succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const ONE_OBJECT = objectPair('contacts', 'contacts');
const CUSTOM = objectPair('contacts', '2-7');

const type = (typeId: number, label: string | null, category = 'USER_DEFINED' as const) => ({
	category,
	typeId,
	label,
});
const MANAGER = type(145, 'Manager');
const EMPLOYEE = type(144, 'Employee');
const PAIRED: NewLabel = { pair: PAIR, name: 'm', label: 'Manager', inverseLabel: 'Employee' };
const unread = fail(invalidInput('Not read'));

const createCall = (send: Send = async () => await Promise.resolve(unread)) =>
	createLabelCall('2026-03', PAIR, send);

function created(input: NewLabel, ...results: object[]) {
	const [outcome] = createCall().settle([input], answer(200, { results }));
	return outcome.ok ? [outcome.value.forward, inverseOf(input, outcome.value)] : undefined;
}

describe('the direction of a new label', () => {
	const named = (label: object, fromObjectTypeId: string, toObjectTypeId: string) => ({
		...label,
		fromObjectTypeId,
		toObjectTypeId,
	});

	it('is that of the result for both objects, not for one of them', () => {
		const alike = { ...PAIRED, inverseLabel: undefined };
		const [one, other] = [type(1, 'Manager'), type(2, 'Manager')];
		expect(created(alike, named(one, '0-1', '0-3'), named(other, '0-1', '0-2'))).toEqual([
			other,
			one,
		]);
		expect(created(alike, named(one, '0-3', '0-2'), named(other, '0-1', '0-2'))).toEqual([
			other,
			one,
		]);
	});

	it('is not known by objects that the pair spells without an id', () => {
		const input = { ...PAIRED, pair: objectPair('p_car', 'p_truck') };
		expect(created(input, named(EMPLOYEE, '', ''), MANAGER)).toEqual([MANAGER, EMPLOYEE]);
	});

	it('is told by the texts between records of one object', () => {
		const results = [named(EMPLOYEE, '0-1', '0-1'), named(MANAGER, '0-1', '0-1')];
		expect(created({ ...PAIRED, pair: ONE_OBJECT }, ...results)).toEqual([MANAGER, EMPLOYEE]);
	});

	it('is found among the labels of the direction, by category and type id', () => {
		const found = { types: [EMPLOYEE, MANAGER] };
		const others = [
			{ ...EMPLOYEE, category: 'WORK' as const },
			{ ...MANAGER, label: 'Renamed' },
		];
		expect(withDirection(found, others)).toEqual({ ...found, forward: MANAGER });
		expect(withDirection(found, [])).toEqual({ ...found, forward: undefined });
	});
});

it('takes one type for both directions only where the label reads alike between one object', () => {
	const only = { types: [MANAGER], forward: MANAGER };
	expect(inverseOf({ ...PAIRED, pair: ONE_OBJECT }, only)).toBeUndefined();
	expect(inverseOf({ ...PAIRED, inverseLabel: undefined }, only)).toBeUndefined();
	expect(inverseOf({ ...PAIRED, pair: ONE_OBJECT, inverseLabel: 'Manager' }, only)).toBe(MANAGER);
});

describe('creating a label', () => {
	it('sends the inverse label, alone, and is never repeated without a look', () => {
		const call = createCall();
		expect(call.request([PAIRED]).body).toEqual({
			name: 'm',
			label: 'Manager',
			inverseLabel: 'Employee',
		});
		expect([call.maximum, call.mustReadBack]).toEqual([1, true]);
		expect(call.blamed([PAIRED], invalidInput('No'))).toEqual([]);
	});

	it('finds nothing where the labels of a direction cannot be read', async () => {
		expect(await createCall().readBack?.([PAIRED])).toEqual(unread);
		const forthOnly = createCall(async ({ path }) => {
			const results = [MANAGER];
			const isForth = path.includes('/contacts/companies/');
			return await Promise.resolve(isForth ? succeed(answer(200, { results })) : unread);
		});
		expect(await forthOnly.readBack?.([PAIRED])).toEqual(unread);
	});

	it('is missing where the account has no such label', async () => {
		const call = createCall(
			async () => await Promise.resolve(succeed(answer(200, { results: [] }))),
		);
		expect(await call.readBack?.([PAIRED])).toEqual(succeed([undefined]));
	});
});

describe('the unlabeled type', () => {
	it('is the one without a label, wherever it stands', () => {
		const unlabeled = type(9, null);
		expect(findUnlabeledType([MANAGER, unlabeled])).toBe(unlabeled);
		expect(findUnlabeledType([MANAGER])).toBeUndefined();
	});

	it('may be any of HubSpot, and of a custom object any', () => {
		const own = { category: 'USER_DEFINED', typeId: 1 } as const;
		const ofHubSpot = { category: 'HUBSPOT_DEFINED', typeId: 1 } as const;
		expect(mayBeUnlabeled(PAIR, own)).toBe(false);
		expect(mayBeUnlabeled(PAIR, ofHubSpot)).toBe(true);
		expect(mayBeUnlabeled(CUSTOM, own)).toBe(true);
		expect(mayBeUnlabeled(CUSTOM, ofHubSpot)).toBe(true);
	});
});

describe('spellings of one pair', () => {
	/** So many pairs, all with types of their own. */
	function identityAmong(count: number) {
		const pairs = Array.from({ length: count }, (_, index) => objectPair('contacts', `p_${index}`));
		const labels = new Map(
			pairs.map((pair, index) => [pairKey(pair), succeed([type(index + 1, null)])]),
		);
		return identityOf(pairs[0], pairs, labels);
	}

	it('are told apart up to a number, and refused beyond it', () => {
		expect(identityAmong(MOST_IN_DOUBT)).toMatchObject({ ok: true });
		expect(identityAmong(MOST_IN_DOUBT + 1)).toMatchObject({ failure: { state: 'notSent' } });
	});

	it('are unclear where no labels are known of the pair or of the certain one', () => {
		const [pair, certain] = [objectPair('contacts', 'p_car'), CUSTOM];
		const doubtful = [pair, certain];
		const own = succeed([type(1, null)]);
		expect(identityOf(pair, doubtful, new Map())).toMatchObject({ ok: false });
		const known = new Map([[pairKey(pair), own]]);
		expect(identityOf(pair, doubtful, known)).toMatchObject({ ok: false });
		const lost = fail({ ...invalidInput('Lost'), state: 'unknown', retryable: true, status: 500 });
		const refused = new Map([...known, [pairKey(certain), lost]] as const);
		expect(identityOf(pair, doubtful, refused)).toMatchObject({
			failure: { state: 'notSent', retryable: true, status: 500 },
		});
	});

	it('are unclear where the other has but some of the types', () => {
		const [pair, certain] = [objectPair('contacts', 'p_car'), CUSTOM];
		const labels = new Map([
			[pairKey(pair), succeed([type(1, null), type(2, 'Two')])],
			[pairKey(certain), succeed([type(1, null)])],
		]);
		expect(identityOf(pair, [pair, certain], labels)).toMatchObject({ ok: false });
	});
});
