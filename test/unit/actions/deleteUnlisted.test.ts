import {
	keptLimits,
	pairsWithRefusedRows,
} from '../../../nodes/HubSpotAssociations/actions/associationLimit/deleteUnlisted';
import type { PairState } from '../../../nodes/HubSpotAssociations/actions/associationLimit/pairState';
import type { Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import {
	pairKey,
	parseObjectType,
	type ObjectPair,
} from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import type { LimitRow } from '../../../nodes/HubSpotAssociations/input/rows/typeRows';
import { invalid, succeed, type Outcome } from '../../../nodes/HubSpotAssociations/outcome';

const contacts = parseObjectType('contacts')!;
const companies = parseObjectType('companies')!;
const there = { from: contacts, to: companies };
const back = { from: companies, to: contacts };

const refused = invalid('No');

function row(pair: ObjectPair): Outcome<LimitRow> {
	return succeed({ pair, reference: { kind: 'typeId', typeId: 1 }, maxToObjectIds: 1 });
}

function limit(typeId: number): Limit {
	return { category: 'USER_DEFINED', typeId, label: null, maxToObjectIds: 3 };
}

describe('the pairs with a refused row', () => {
	it('are those of which a row was refused after its objects were read', () => {
		const rows = [row(there), row(back), row(there)];
		const done = succeed(true);
		expect(pairsWithRefusedRows(rows, [done, done, done])).toEqual(new Set());
		expect(pairsWithRefusedRows(rows, [done, refused, done])).toEqual(new Set([pairKey(back)]));
		expect(pairsWithRefusedRows(rows, [done, done, refused])).toEqual(new Set([pairKey(there)]));
	});

	it('can be any where the objects of a row could not be read', () => {
		expect(pairsWithRefusedRows([row(there), refused], [succeed(true), refused])).toBeUndefined();
	});
});

describe('the note on unlisted limits that stay', () => {
	const wanted = [there, back].map((pair) => [{ ...limit(1), pair }]);
	const held = succeed<PairState>({ limits: [limit(1), limit(2), limit(3)] });
	const states = new Map<string, Outcome<PairState>>([
		[pairKey(there), held],
		[pairKey(back), held],
	]);

	it('counts those of the pairs that are not trusted', () => {
		expect(keptLimits(wanted, states, new Set([pairKey(back)]))).toEqual([
			'2 unlisted kept because an item that may list them was refused',
		]);
	});

	it('is left out where none stays', () => {
		expect(keptLimits(wanted, states, new Set([pairKey(there), pairKey(back)]))).toEqual([]);
		expect(
			keptLimits(
				[[{ ...limit(1), pair: there }]],
				new Map([[pairKey(there), succeed({ limits: [limit(1)] })]]),
				new Set(),
			),
		).toEqual([]);
	});

	it('leaves out pairs whose limits could not be read', () => {
		const unread = new Map<string, Outcome<PairState>>([...states, [pairKey(there), refused]]);
		expect(keptLimits(wanted, unread, new Set([pairKey(back)]))).toEqual([]);
	});
});
