import type { Calls } from '../../batching/calls';
import type { Entry } from '../../batching/plan';
import type { AssociationChange } from '../../hubspot/associations/associationChanges';
import type { AssociationPlan } from '../../hubspot/associations/associationPlan';
import type { Association, AssociationInput } from '../../hubspot/associations/associations';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { recordPairKey, type RecordPair } from '../../hubspot/model/recordPair';
import type { Session } from '../run/session';
import { compared } from '../run/writeOperation';
import { createCalls, deleteCall, removeLabelsCall } from './calls';

/** A change that a person approved, until it is compared with HubSpot. */
export interface PlannedInput extends AssociationInput {
	readonly plan: AssociationPlan;
}

/** What a row asks for and, once compared with HubSpot, the change that does it. */
export type ChangeInput = AssociationInput | PlannedInput | AssociationChange;

/** What HubSpot returns: the association, or after a removal what was removed. */
export type Changed = Association | RecordPair;

export type ChangeEntry = Entry<ChangeInput, Changed>;

/** @throws TypeError for an input that was not planned */
export function planOf(input: ChangeInput): AssociationPlan {
	if ('plan' in input) return input.plan;
	throw new TypeError(`${recordPairKey(input.fromId, input.toId)} was never planned`);
}

/** Chooses the endpoint of each change. */
export function changeCalls(session: Session): Calls<ChangeInput, Changed> {
	const creates = createCalls(session.options.apiVersion);
	return {
		keyOf(input) {
			const { call, pair } = compared(input);
			return call === 'create' ? creates.keyOf(input) : `${call} ${pairKey(pair)}`;
		},
		callFor(input) {
			const { call, pair } = compared(input);
			if (call === 'create') return creates.callFor(input);
			return call === 'archive' ? deleteCall(session, pair) : removeLabelsCall(session, pair);
		},
	};
}

/** Identifies a record together with the object that it is associated with. */
export function recordKey(pair: ObjectPair, fromId: string): string {
	return `${pairKey(pair)} ${fromId}`;
}
