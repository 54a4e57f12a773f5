import type { BatchCall, Send } from '../api/batchCall';
import { pathOfLabel, pathOfLabels } from '../api/endpoints';
import { mapOutcome, succeed } from '../../outcome';
import { sendRead } from '../api/read';
import { missingFrom } from '../model/associationTypes';
import { findType, LABELS, type AssociationLabel } from './labels';
import type { ObjectPair } from '../model/objectTypes';
import { reverseOf } from '../model/recordPair';
import { settleWithoutResults } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/** Identifies one label of the account. */
export interface LabelTarget extends AssociationLabel {
	readonly pair: ObjectPair;
}

/** New texts for a label. */
export interface LabelUpdate extends LabelTarget {
	readonly label: string;
	/** Absent: the label reads alike from both sides; HubSpot has been seen to put the one text on both. */
	readonly inverseLabel?: string;
}

/**
 * PUT …/{from}/{to}/labels: changes the texts of one label. HubSpot answers 204.
 * @param send reads the label back where the answer leaves open whether it was changed
 */
export function updateLabelCall<Update extends LabelUpdate>(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
): BatchCall<Update, Update> {
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
		settle: settleWithoutResults,
		blamed: () => [],
		readBack: async ([input]) => {
			const labels = await sendRead(send, version, pair, LABELS);
			if (!labels.ok) return labels;
			if (findType(labels.value, input)?.label !== input.label) return succeed([undefined]);
			if (input.inverseLabel === undefined) return succeed([input]);
			const inverse = await sendRead(send, version, reverseOf(pair), LABELS);
			const isInverse = ({ label }: AssociationLabel) => label === input.inverseLabel;
			return mapOutcome(inverse, (others) => [others.some(isInverse) ? input : undefined]);
		},
	};
}

/**
 * DELETE …/{from}/{to}/labels/{typeId}: deletes one label in both directions. A label that is gone
 * after a lost answer was deleted: a second request would be refused.
 * @param send reads back whether it is gone
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
		settle: settleWithoutResults,
		blamed: () => [],
		mustReadBack: true,
		readBack: async (inputs) =>
			mapOutcome(await sendRead(send, version, pair, LABELS), (labels) =>
				missingFrom(labels, inputs),
			),
	};
}
