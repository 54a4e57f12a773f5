import { typeKey } from '../account/AssociationDefinition';
import { removalAnswer } from './batch';
import { endpoint, pairOf } from './endpoint';
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
		access: 'writePair',
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
		access: 'writePair',
		schema: ASSOCIATE_BODY,
		maximum: 'labelsArchive',
		handle: (call) => {
			const { from, to } = pairOf(call);
			const { store, definitions } = call.account;
			const unlabeled = definitions.pair(from, to).unlabeled;
			for (const input of call.body.inputs) {
				const [fromId, toId] = [input.from.id, input.to.id];
				const keys = input.types.map((one) =>
					typeKey(one.associationCategory, one.associationTypeId),
				);
				const present = store.of(from, to, fromId).get(toId);
				if (!present) continue;
				// HubSpot's OpenAPI document: taking away the unlabeled type takes the labels with it.
				if (keys.includes(typeKey(unlabeled.category, unlabeled.typeId))) {
					store.delete(from, to, fromId, toId);
				} else {
					const rest = present.filter((one) => !keys.includes(typeKey(one.category, one.typeId)));
					store.set(from, to, fromId, toId, rest);
				}
			}
			return removalAnswer(call);
		},
	}),
];
