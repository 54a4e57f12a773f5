import { typeKey } from '../account/AssociationDefinition';
import { removalAnswer } from './batch';
import { endpoint, pairOf, type Call } from './endpoint';
import type { TypedPair } from './associate';
import { ARCHIVE_BODY, ASSOCIATE_BODY } from './schemas';

interface ArchiveInput {
	from: { id: string };
	to: Array<{ id: string }>;
}

/** What is not there is removed without complaint. */
export const archiveEndpoints = [
	endpoint<{ inputs: ArchiveInput[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/archive',
		access: 'editAssociations',
		rate: 'exempt',
		schema: ARCHIVE_BODY,
		maximum: 'archive',
		handle: (call) => {
			const { from, to } = pairOf(call);
			for (const input of call.body.inputs) {
				for (const { id } of input.to) call.account.store.delete(from, to, input.from.id, id);
			}
			return removalAnswer(call);
		},
	}),
	endpoint<{ inputs: TypedPair[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/labels/archive',
		access: 'editAssociations',
		rate: 'exempt',
		schema: ASSOCIATE_BODY,
		maximum: 'labelsArchive',
		handle: (call) => {
			for (const input of call.body.inputs) removeLabels(call, input);
			return removalAnswer(call);
		},
	}),
];

/** HubSpot's OpenAPI document: taking away the unlabeled type takes the association and its labels. */
function removeLabels(
	call: Call,
	{ from: { id: fromId }, to: { id: toId }, types }: TypedPair,
): void {
	const { from, to } = pairOf(call);
	const { store, definitions } = call.account;
	const { unlabeled } = definitions.pair(from, to);
	const removed = types.map((one) => typeKey(one.associationCategory, one.associationTypeId));
	const present = store.of(from, to, fromId).get(toId);
	if (!present) return;
	if (removed.includes(typeKey(unlabeled.category, unlabeled.typeId))) {
		store.delete(from, to, fromId, toId);
		return;
	}
	const rest = present.filter((one) => !removed.includes(typeKey(one.category, one.typeId)));
	store.set(from, to, fromId, toId, rest);
}
