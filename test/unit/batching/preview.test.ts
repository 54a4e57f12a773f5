import { previewWorks } from '../../../nodes/HubSpotAssociations/batching/preview';
import { createAssociationsCall } from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { inputOf, objectPair } from './support/scenario';

const call = createAssociationsCall('2026-03', objectPair('contacts', 'companies'));
const entry = (index: number) => ({ input: inputOf(index + 1, 1), index, rows: [index] });

it('numbers the requests as they would be sent, and shows each row its own part', () => {
	const works = [
		{ call, entries: [0, 1, 2].map(entry) },
		{ call, entries: [3].map(entry) },
	];
	const previews = previewWorks(works, 2);
	expect(previews.map(({ batch }) => batch)).toEqual([1, 1, 2, 3]);
	expect(previews[1].input).toEqual({
		from: { id: '2' },
		to: { id: '101' },
		types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 12 }],
	});
	expect(previews[1].request).toMatchObject({
		method: 'POST',
		path: '/crm/associations/2026-03/contacts/companies/batch/create',
	});
});

it('shows larger batches than HubSpot takes no more than the run sends them', () => {
	const entries = Array.from({ length: 2_001 }, (_, index) => entry(index));
	expect(previewWorks([{ call, entries }], 5_000)[2_000].batch).toBe(2);
});

it.each([
	['that has no list of inputs, the whole body', { label: 'Boss' }, { label: 'Boss' }],
	['whose inputs are no list, the whole body', { inputs: { id: 1 } }, { inputs: { id: 1 } }],
	['without a body, nothing', undefined, undefined],
])('shows of a request %s', (_, body, shown) => {
	const single = { ...call, request: () => ({ method: 'PUT' as const, path: '/', body }) };
	expect(previewWorks([{ call: single, entries: [entry(0)] }])).toEqual([
		{ request: { method: 'PUT', path: '/', body }, batch: 1, input: shown },
	]);
});

it('shows nothing where there is nothing to send', () => {
	expect(previewWorks([{ call, entries: [] }])).toEqual([]);
});
