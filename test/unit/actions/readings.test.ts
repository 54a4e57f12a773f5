import {
	heldFinder,
	readingsOf,
} from '../../../nodes/HubSpotAssociations/actions/association/readings';
import type { AssociatedRecord } from '../../../nodes/HubSpotAssociations/hubspot/associations/associatedRecord';
import type { ObjectPair } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { AssociationReader } from '../../../nodes/HubSpotAssociations/reading/associationReader';

const PAIR: ObjectPair = {
	from: { spelling: 'contacts', key: '0-1', id: '0-1' },
	to: { spelling: 'companies', key: '0-2', id: '0-2' },
};

const REVERSE: ObjectPair = { from: PAIR.to, to: PAIR.from };

const unused = () => {
	throw new Error('sends nothing');
};

function newReader(): AssociationReader {
	const sender = {
		stats: { requests: 0, retries: 0 },
		send: unused,
		closedBy: unused,
		close: unused,
	};
	return new AssociationReader(sender, '2026-03', { maxConcurrency: 1, stopOnFailure: false });
}

function association(fromId: string, toId: string, pair = PAIR) {
	return { pair, fromId: fromId as RecordId, toId: toId as RecordId };
}

function record(toId: string, ...typeIds: number[]): AssociatedRecord {
	const types = typeIds.map((typeId) => ({
		category: 'USER_DEFINED' as const,
		typeId,
		label: `Label ${typeId}`,
	}));
	return { toId, types };
}

it('looks for the second records of each first record together', () => {
	const reader = newReader();
	const inputs = [
		association('1', '5'),
		association('2', '5'),
		association('1', '6'),
		association('1', '5'),
		association('1', '5', REVERSE),
	];
	expect([...readingsOf(reader, inputs)]).toEqual([
		[reader.readingOf(PAIR, '1'), new Set(['5', '6'])],
		[reader.readingOf(PAIR, '2'), new Set(['5'])],
		[reader.readingOf(REVERSE, '1'), new Set(['5'])],
	]);
});

describe('finding how two records are associated', () => {
	it('finds the record of that side only', () => {
		const reader = newReader();
		reader.readingOf(PAIR, '1').associated = [record('5', 7)];
		const held = heldFinder(reader);
		expect(held(association('1', '5'))).toEqual(record('5', 7));
		expect(held(association('1', '6'))).toBeUndefined();
		expect(held(association('5', '1'))).toBeUndefined();
		expect(held(association('1', '5', REVERSE))).toBeUndefined();
	});

	it('joins what several pages list of one record', () => {
		const reader = newReader();
		reader.readingOf(PAIR, '1').associated = [
			record('5', 7),
			{ ...record('5', 8), unreadable: ['Boss'] },
			record('6', 7),
			{ ...record('5'), unreadable: [null] },
		];
		expect(heldFinder(reader)(association('1', '5'))).toEqual({
			...record('5', 7, 8),
			unreadable: ['Boss', null],
		});
	});

	it('finds one among many', () => {
		const reader = newReader();
		const many = Array.from({ length: 20 }, (_, index) => record(String(index), 7));
		reader.readingOf(PAIR, '1').associated = [...many, record('5', 8)];
		const held = heldFinder(reader);
		expect(held(association('1', '5'))).toEqual(record('5', 7, 8));
		expect(held(association('1', '19'))).toEqual(record('19', 7));
		expect(held(association('1', '20'))).toBeUndefined();
	});
});
