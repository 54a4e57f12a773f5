import type { Replay } from './replay';

const POST = { method: 'POST', path: /labels$/ };
const DELETE = { method: 'DELETE', path: /labels\/\d+$/ };

function label(replay: Omit<Replay, 'resource'>): Replay {
	return { ...replay, resource: 'associationLabel' };
}

function refused(...says: string[]) {
	return [{ state: 'refused', retryable: false, says } as const];
}

/** Answers to the calls that create and delete labels. */
export const LABEL_REPLAYS: readonly Replay[] = [
	label({
		answer: 'label-create-200-null-objects',
		operation: 'create',
		call: POST,
		rows: [{ label: 'Manager', inverse: 'Employee' }],
		outcomes: [
			{ item: { label: 'Manager', typeId: 144, inverseLabel: 'Employee', inverseTypeId: 145 } },
		],
		requests: 2,
	}),
	label({
		answer: 'label-create-400-duplicate-name',
		operation: 'create',
		call: POST,
		rows: [{ label: 'Winner', name: 'champion' }],
		outcomes: refused(
			'Association definition named champion already exists for portal',
			"'Internal Name'",
		),
		requests: 2,
	}),
	label({
		answer: 'label-create-400-duplicate-name',
		operation: 'create',
		call: { ...POST, times: 1 },
		rows: [{ label: 'Champion' }],
		// A name that nobody asked for gives way to a free one.
		outcomes: [
			{ item: { label: 'Champion', internalName: expect.not.stringMatching(/^champion$/) } },
		],
		requests: { atMost: 4 },
	}),
	label({
		answer: 'label-create-400-duplicate-text',
		operation: 'create',
		call: POST,
		rows: [{ label: 'Champion' }],
		outcomes: refused(
			'Association definition label Champion already exists on ObjectType pair.',
			' ',
		),
		requests: 2,
	}),
	label({
		answer: 'label-create-437',
		operation: 'create',
		call: POST,
		rows: [{ label: 'One More' }],
		outcomes: refused(
			'No more than 50 association types are allowed between 0-1 and 0-2',
			'labels of contacts → companies are in use',
		),
		requests: 3,
	}),
	label({
		answer: 'label-delete-400-gone',
		operation: 'delete',
		call: DELETE,
		rows: [{ type: 'USER_DEFINED:36' }],
		outcomes: refused('Unable to find objectTypeIds', 'may already be deleted'),
		requests: 1,
	}),
	label({
		answer: 'label-delete-400-plain',
		operation: 'delete',
		call: DELETE,
		objects: ['0-1', '2-77'],
		rows: [{ type: 'USER_DEFINED:90' }],
		outcomes: refused(
			'Definition with label still exists; Cannot delete unlabeled type with associationTypeId 90',
		),
		requests: { atMost: 2 },
	}),
];
