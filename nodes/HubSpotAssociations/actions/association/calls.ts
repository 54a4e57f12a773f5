import type { Calls } from '../../batching/calls';
import type { BatchCall } from '../../hubspot/api/batchCall';
import type { ApiVersion } from '../../hubspot/api/versions';
import {
	createAssociationsCall,
	createUnlabeledCall,
	type Association,
	type AssociationInput,
} from '../../hubspot/associations/associations';
import type { AssociatedRecord } from '../../hubspot/associations/associatedRecord';
import {
	archiveAssociationsCall,
	archiveLabelsCall,
} from '../../hubspot/associations/removeAssociations';
import { findType } from '../../hubspot/labels/labels';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { createBatchKeys, type RecordPair } from '../../hubspot/model/recordPair';
import type { Session } from '../run/session';
import { findRemoved } from './readings';

/** Chooses the endpoint: inputs with types and inputs without go to different ones. */
export function createCalls(version: ApiVersion): Calls<AssociationInput, Association> {
	const batchKey = createBatchKeys();
	return {
		keyOf: (input) => (input.types.length > 0 ? batchKey(input) : `unlabeled ${batchKey(input)}`),
		callFor: ({ pair, types }) =>
			types.length > 0 ? createAssociationsCall(version, pair) : createUnlabeledCall(version, pair),
	};
}

/** Removes associations; a removal that the response leaves open is looked up. */
export function deleteCall(session: Session, pair: ObjectPair): BatchCall<RecordPair, RecordPair> {
	return {
		...archiveAssociationsCall(session.options.apiVersion, pair),
		readBack: async (inputs) => await findRemoved(session, inputs, (_, held) => !held),
	};
}

/** Removes labels; a removal that the response leaves open is looked up. */
export function removeLabelsCall(
	session: Session,
	pair: ObjectPair,
): BatchCall<AssociationInput, AssociationInput> {
	return {
		...archiveLabelsCall(session.options.apiVersion, pair),
		readBack: async (inputs) => await findRemoved(session, inputs, hasNoneOf),
	};
}

function hasNoneOf({ types }: AssociationInput, held: AssociatedRecord | undefined): boolean {
	if (held === undefined) return true;
	return !held.unreadable && !types.some((type) => findType(held.types, type));
}
