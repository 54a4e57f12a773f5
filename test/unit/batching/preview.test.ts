import type { Calls } from '../../../nodes/HubSpotAssociations/batching/calls';
import type { Entry } from '../../../nodes/HubSpotAssociations/batching/plan';
import { previewEntries } from '../../../nodes/HubSpotAssociations/batching/preview';
import type {
	Association,
	AssociationInput,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { calls, inputOf } from './support/scenario';

type CreateEntry = Entry<AssociationInput, Association>;

const entryOf = (index: number, isLabeled = true): CreateEntry => ({
	input: inputOf(index + 1, 1, isLabeled),
	rows: [index],
});

it('numbers the requests as they would be sent, and shows each row its own part', () => {
	const entries = [0, 1, 2].map((index) => entryOf(index));
	const other = entryOf(3, false);
	const previews = previewEntries([[...entries, other]], calls, 2);
	expect([...entries, other].map((entry) => previews.get(entry)?.batch)).toEqual([1, 1, 2, 3]);
	expect(previews.get(entries[1])).toMatchObject({
		input: {
			from: { id: '2' },
			to: { id: '101' },
			types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 12 }],
		},
		request: {
			method: 'POST',
			path: '/crm/associations/2026-03/contacts/companies/batch/create',
		},
	});
});

it('numbers the requests of one phase after those of the other', () => {
	const [first, second] = [entryOf(0), entryOf(1)];
	const previews = previewEntries([[first], [second]], calls);
	expect([first, second].map((entry) => previews.get(entry)?.batch)).toEqual([1, 2]);
});

it('shows larger batches than HubSpot takes no more than the run sends them', () => {
	const entries = Array.from({ length: 2_001 }, (_, index) => entryOf(index));
	expect(previewEntries([entries], calls, 5_000).get(entries[2_000])?.batch).toBe(2);
});

it.each([
	['that has no list of inputs, the whole body', { label: 'Boss' }, { label: 'Boss' }],
	['whose inputs are no list, the whole body', { inputs: { id: 1 } }, { inputs: { id: 1 } }],
	['without a body, nothing', undefined, undefined],
])('shows of a request %s', (_, body, shown) => {
	const request = { method: 'PUT' as const, path: '/', body };
	const single: Calls<AssociationInput, Association> = {
		keyOf: () => '',
		callFor: (input) => ({ ...calls.callFor(input), request: () => request }),
	};
	const entry = entryOf(0);
	expect(previewEntries([[entry]], single).get(entry)).toEqual({ request, batch: 1, input: shown });
});

it('shows nothing where there is nothing to send', () => {
	expect(previewEntries([[]], calls).size).toBe(0);
});
