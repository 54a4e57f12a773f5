import type { AssociationDefinition } from '../account/AssociationDefinition';
import type { Labels } from '../account/AssociationStore';
import { inputError, type InputError } from '../http/errors';
import { batchAnswer, type BatchOutcome } from './batch';
import { endpoint, pairOf, type Call } from './endpoint';
import { invalidIdentifier, isRecordId } from './records';
import { READ_BODY } from './schemas';

interface ReadInput {
	id: string;
	after?: string;
}

export const readAssociationEndpoints = [
	endpoint<{ inputs: ReadInput[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/read',
		access: 'readPair',
		schema: READ_BODY,
		maximum: 'read',
		handle: (call) => batchAnswer(read(call), { complete: 200 }),
	}),
];

function read(call: Call<{ inputs: ReadInput[] }>): BatchOutcome {
	const { from, to } = pairOf(call);
	const { store, definitions } = call.account;
	const { unlabeled } = definitions.pair(from, to);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		const associated = store.of(from, to, input.id);
		if (!isRecordId(input.id)) outcome.errors.push(invalidIdentifier(input.id));
		else if (associated.size === 0) outcome.errors.push(noAssociations(from.name, input.id));
		else outcome.results.push(page(call, unlabeled, input, associated));
	}
	return outcome;
}

function page(
	{ behaviour: { readPageSize, numericIds } }: Call,
	unlabeled: AssociationDefinition,
	{ id, after = '0' }: ReadInput,
	associated: ReadonlyMap<string, Labels>,
): object {
	const start = Number(after);
	const end = start + readPageSize;
	const to = [...associated].slice(start, end).map(([toObjectId, labels]) => ({
		toObjectId: numericIds ? Number(toObjectId) : toObjectId,
		associationTypes: [unlabeled, ...labels].map(({ category, typeId, label }) => ({
			category,
			typeId,
			label,
		})),
	}));
	const more = associated.size > end && { paging: { next: { after: String(end) } } };
	return { from: { id }, to, ...more };
}

/** Also the answer for a record that does not exist, as far as seen. */
function noAssociations(type: string, id: string): InputError {
	return inputError(
		'OBJECT_NOT_FOUND',
		'crm.associations.NO_ASSOCIATIONS_FOUND',
		`No associations found for ${type} with ID ${id}`,
		{ objectType: [type], id: [id] },
	);
}
