import fc from 'fast-check';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import type { AssociationLabel } from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import {
	createLabelCall,
	findLabel,
	inverseOf,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/newLabels';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';

const contacts = parseObjectType('contacts')!;
const companies = parseObjectType('0-2')!;
const pair = { from: contacts, to: companies };

const FORWARD = { category: 'USER_DEFINED', typeId: 145, label: 'Manager' };
const INVERSE = { category: 'USER_DEFINED', typeId: 144, label: 'Employee' };

function settle(texts: { label: string; inverseLabel?: string }, results: unknown, to = companies) {
	const input = { pair: { from: contacts, to }, name: 'manager', ...texts };
	const call = createLabelCall('2026-03', input.pair, async () => {
		throw new Error('Nothing is to be read back');
	});
	const [outcome] = call.settle([input], { status: 200, headers: {}, body: { results } });
	if (!outcome.ok) return outcome.failure.message;
	const { forward } = outcome.value;
	return [forward?.typeId, inverseOf(input, outcome.value)?.typeId];
}

const paired = { label: 'Manager', inverseLabel: 'Employee' };
const alike = { label: 'Manager' };

it('tells the directions by the texts, in whatever order HubSpot answers', () => {
	expect(settle(paired, [FORWARD, INVERSE])).toEqual([145, 144]);
	expect(settle(paired, [INVERSE, FORWARD])).toEqual([145, 144]);
});

it('tells the directions by the object types, where HubSpot names them', () => {
	const from = { fromObjectTypeId: '0-1', toObjectTypeId: '0-2' };
	const back = { fromObjectTypeId: '0-2', toObjectTypeId: '0-1' };
	const same = { ...INVERSE, label: 'Manager' };
	expect(
		settle(alike, [
			{ ...same, ...back },
			{ ...FORWARD, ...from },
		]),
	).toEqual([145, 144]);
});

it('does not guess the direction of labels that read alike', () => {
	expect(settle(alike, [{ ...INVERSE, label: 'Manager' }, FORWARD])).toEqual([
		undefined,
		undefined,
	]);
});

it('takes one type for both directions', () => {
	expect(settle(alike, [FORWARD], contacts)).toEqual([145, 145]);
});

it('does not take a type for both directions between two objects', () => {
	expect(settle(alike, [FORWARD])).toEqual([145, undefined]);
});

it.each([[[]], [undefined], [[{ label: 'Manager' }]], ['no list']])(
	'does not take a label for made that is not in the answer: %j',
	(results) => {
		expect(settle(paired, results)).toContain("HubSpot's response did not include");
	},
);

it('sends the internal name, and the inverse label only where there is one', () => {
	const call = createLabelCall('v4', pair, async () => {
		throw new Error('Nothing is to be read back');
	});
	expect(call.request([{ pair, name: 'boss', label: 'Boss' }])).toEqual({
		method: 'POST',
		path: '/crm/associations/v4/contacts/0-2/labels',
		body: { name: 'boss', label: 'Boss' },
	});
});

describe('after a lost answer', () => {
	const READ = 'GET /crm/associations/2026-03/contacts/0-2/labels';
	const READ_REVERSE = 'GET /crm/associations/2026-03/0-2/contacts/labels';

	async function readBack(forward: object[], reverse: object[] = [], to = companies) {
		const requests: string[] = [];
		const call = createLabelCall('2026-03', { from: contacts, to }, async ({ method, path }) => {
			requests.push(`${method} ${path}`);
			const results = path.endsWith('/0-2/contacts/labels') ? reverse : forward;
			return succeed({ status: 200, headers: {}, body: { results } });
		});
		const input = { pair: { from: contacts, to }, name: 'manager', ...paired };
		const found = await call.readBack?.([input]);
		return { found: found?.ok ? found.value[0] : 'unread', requests };
	}

	it('is found by both of its texts', async () => {
		const { found, requests } = await readBack([FORWARD], [INVERSE]);
		expect(found).toEqual({ forward: FORWARD, types: [FORWARD, INVERSE] });
		expect(requests).toEqual([READ, READ_REVERSE]);
	});

	it('is not there where its text is not, and only that is read', async () => {
		const { found, requests } = await readBack([INVERSE], [INVERSE]);
		expect(found).toBeUndefined();
		expect(requests).toEqual([READ]);
	});

	it('is not another label of the same text', async () => {
		const { found } = await readBack([FORWARD], [{ ...INVERSE, label: 'Report' }]);
		expect(found).toBeUndefined();
	});

	it('is found in the one list that two records of one object have', async () => {
		const { found, requests } = await readBack([FORWARD, INVERSE], [], contacts);
		expect(found).toEqual({ forward: FORWARD, types: [FORWARD, INVERSE] });
		expect(requests).toHaveLength(1);
	});
});

it('finds a label by its two texts alone, and names no type of several', () => {
	const text = fc.constantFrom('Manager', 'Employee', 'manager', null);
	const category = fc.constantFrom('USER_DEFINED' as const, 'HUBSPOT_DEFINED' as const);
	const list: fc.Arbitrary<AssociationLabel[]> = fc.array(
		fc.record({ category, typeId: fc.nat(), label: text }),
	);
	fc.assert(
		fc.property(list, list, fc.constantFrom(paired, alike), (forward, reverse, texts) => {
			const input = { pair, name: 'manager', ...texts };
			const inverseLabel = 'inverseLabel' in texts ? 'Employee' : 'Manager';
			const own = ({ category: by, label }: AssociationLabel, wanted: string) =>
				by === 'USER_DEFINED' && label === wanted;
			const forwards = forward.filter((one) => own(one, 'Manager'));
			const inverses = reverse.filter((one) => own(one, inverseLabel));
			const found = findLabel(input, forward, reverse);
			expect(found !== undefined).toBe(forwards.length > 0 && inverses.length > 0);
			if (found === undefined) return;
			expect(found.forward).toEqual(forwards.length === 1 ? forwards[0] : undefined);
			const isClear = forwards.length === 1 && inverses.length === 1;
			expect(found.types).toHaveLength(isClear ? 2 : forwards.length === 1 ? 1 : 0);
		}),
	);
});
