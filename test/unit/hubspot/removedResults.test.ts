import {
	archiveAssociationsCall,
	archiveLabelsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/removeAssociations';
import { settleWithoutResults } from '../../../nodes/HubSpotAssociations/hubspot/api/settle';
import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const TYPES = [{ category: 'USER_DEFINED', typeId: 12 }] as const;
const input = (fromId: string, toId: string) => ({
	pair: PAIR,
	fromId: fromId as RecordId,
	toId: toId as RecordId,
	types: TYPES,
});

const COMPLETE = { status: 'COMPLETE' };
const NAMED = { message: 'No', context: { fromObjectId: ['1'], toObjectId: ['2'] } };

it('leaves another association of a refused record unknown, for another run', () => {
	const rows = [input('1', '2'), input('1', '3'), input('4', '5')];
	const settled = archiveAssociationsCall('2026-03', PAIR).settle(
		rows,
		answer(207, { ...COMPLETE, errors: [NAMED] }),
	);
	expect(settled).toMatchObject([
		{ failure: { state: 'refused', message: 'No' } },
		{ failure: { state: 'unknown', retryable: true, message: expect.not.stringMatching(/^No$/) } },
		{ ok: true, value: rows[2] },
	]);
});

describe('labels that are taken off', () => {
	const call = archiveLabelsCall('2026-03', PAIR);
	const rows = [input('1', '2'), input('1', '3')];

	it('are gone where HubSpot confirms it, each for itself', () => {
		expect(call.settle(rows, answer(204))).toEqual(rows.map((row) => succeed(row)));
		expect(call.settle(rows, answer(207, { ...COMPLETE, errors: [NAMED] }))).toMatchObject([
			{ failure: { state: 'refused' } },
			{ ok: true, value: rows[1] },
		]);
	});

	it('are unknown without a confirmation', () => {
		expect(call.settle(rows, answer(202, {}))).toMatchObject([
			{ failure: { state: 'unknown' } },
			{ failure: { state: 'unknown' } },
		]);
	});
});

describe('an answer without results', () => {
	const states = (status: number, body: unknown) =>
		settleWithoutResults([{ id: 1 }], answer(status, body)).map((outcome) =>
			outcome.ok ? 'done' : outcome.failure.state,
		);

	it('confirms by its status only where it has no body', () => {
		expect(states(204, '')).toEqual(['done']);
		expect(states(200, '')).toEqual(['unknown']);
		expect(states(204, { status: 'PENDING' })).toEqual(['unknown']);
	});

	it('confirms nothing with a count of errors that is no number', () => {
		expect(states(200, { ...COMPLETE, numErrors: null })).toEqual(['unknown']);
		expect(states(200, { ...COMPLETE, numErrors: 0 })).toEqual(['done']);
	});

	it('is about the only input where nothing says whom an error is about', () => {
		expect(states(207, { ...COMPLETE, errors: [NAMED] })).toEqual(['refused']);
	});
});
