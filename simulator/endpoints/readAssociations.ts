import type { ObjectType } from '../account/ObjectType';
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
		rate: 'exempt',
		schema: READ_BODY,
		maximum: 'read',
		handle: (call) => batchAnswer(read(call), { complete: 200 }),
	}),
];

function read(call: Call<{ inputs: ReadInput[] }>): BatchOutcome {
	const { from, to } = pairOf(call);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		const { id } = input;
		if (!isRecordId(id)) {
			outcome.errors.push(invalidIdentifier(id));
		} else if (call.account.store.of(from, to, id).size === 0) {
			outcome.errors.push(noAssociations(from, to, id));
		} else {
			const page = pageOf(call, input, call.behaviour.readPageSize);
			outcome.results.push({ from: { id }, ...page });
		}
	}
	return outcome;
}

interface Page {
	to: object[];
	/** Absent on the last page. */
	paging?: { next: { after: string } };
}

/** One page of a record's associations. */
export function pageOf(call: Call, { id, after = '0' }: ReadInput, size: number): Page {
	const { from, to } = pairOf(call);
	const { store, definitions } = call.account;
	const { unlabeled } = definitions.pair(from, to);
	const associated = store.of(from, to, id);
	const start = Number(after);
	const end = start + size;
	const results = [...associated].slice(start, end).map(([toObjectId, labels]) => ({
		toObjectId: call.behaviour.numericIds ? Number(toObjectId) : toObjectId,
		associationTypes: [unlabeled, ...labels].map(({ category, typeId, label }) => ({
			category,
			typeId,
			label,
		})),
	}));
	return associated.size > end
		? { to: results, paging: { next: { after: String(end) } } }
		: { to: results };
}

/** Also the answer for a record that does not exist, as far as seen. */
function noAssociations(from: ObjectType, to: ObjectType, id: string): InputError {
	return inputError(
		'OBJECT_NOT_FOUND',
		'crm.associations.NO_ASSOCIATIONS_FOUND',
		`No ${to.name} is associated with ${from.name} ${id}.`,
		{ fromObjectId: [id], fromObjectType: [from.name], toObjectType: [to.name] },
	);
}
