import type { Answer } from './answer';
import type { AssociationType } from './associationTypes';
import type { BatchCall } from './batchCall';
import { pathOfLabel, pathOfLabels, type HubSpotRequest } from './endpoints';
import { succeed, type Outcome } from './failure';
import { findType, labelsIn, readLabelsRequest } from './labels';
import type { ObjectPair } from './objectTypes';
import type { ApiVersion } from './versions';

/** Names one label of the account. */
export interface LabelTarget extends AssociationType {
	readonly pair: ObjectPair;
	/** As the account has it, where it was read. */
	readonly label: string | null;
}

/** New texts for a label. */
export interface LabelUpdate extends LabelTarget {
	readonly label: string;
	/** Absent: left to HubSpot, which is not documented to change it. */
	readonly inverseLabel?: string;
}

type Send = (request: HubSpotRequest) => Promise<Outcome<Answer>>;

/** PUT …/{from}/{to}/labels: changes the texts of one label. HubSpot answers without a body. */
export function updateLabelCall(
	version: ApiVersion,
	pair: ObjectPair,
): BatchCall<LabelUpdate, LabelUpdate> {
	return {
		name: 'updateLabel',
		maximum: 1,
		request: ([{ typeId, label, inverseLabel }]) => ({
			method: 'PUT',
			path: pathOfLabels(version, pair),
			body: {
				associationTypeId: typeId,
				label,
				...(inverseLabel === undefined ? {} : { inverseLabel }),
			},
		}),
		settle: (inputs) => inputs.map(succeed),
		blamed: () => [],
	};
}

/**
 * DELETE …/{from}/{to}/labels/{typeId}: deletes one label in both directions. A label that is gone
 * after a lost answer has been deleted: to ask again would be refused.
 * @param send for looking whether it is gone
 */
export function deleteLabelCall(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
): BatchCall<LabelTarget, LabelTarget> {
	return {
		name: 'deleteLabel',
		maximum: 1,
		request: ([{ typeId }]) => ({ method: 'DELETE', path: pathOfLabel(version, pair, typeId) }),
		settle: (inputs) => inputs.map(succeed),
		blamed: () => [],
		readBack: async (inputs) => {
			const answer = await send(readLabelsRequest(version, pair));
			if (!answer.ok) return answer;
			const labels = labelsIn(answer.value);
			return succeed(inputs.map((input) => (findType(labels, input) ? undefined : input)));
		},
	};
}
