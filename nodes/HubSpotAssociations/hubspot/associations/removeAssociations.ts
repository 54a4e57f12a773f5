import { namedBy } from '../api/blame';
import { blameAssociations, recordIdsOf } from './associationBlame';
import { labeledBodies, type AssociationInput } from './associations';
import type { BatchCall } from '../api/batchCall';
import { UNPUBLISHED_MAXIMUM } from '../api/batchSizes';
import { pathOfArchiveAssociations, pathOfArchiveLabels, postInputs } from '../api/endpoints';
import { groupBy } from '../../lists';
import { fail, type Failure, type Outcome } from '../../outcome';
import type { ObjectPair } from '../model/objectTypes';
import type { RecordPair } from '../model/recordPair';
import { settleWithoutResults } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/**
 * POST …/batch/archive: removes every association of two records, labels included. HubSpot does not
 * document whether it counts from-records or pairs, so pairs are counted: they are never fewer.
 */
export function archiveAssociationsCall(
	version: ApiVersion,
	pair: ObjectPair,
): BatchCall<RecordPair, RecordPair> {
	return {
		name: 'archiveAssociations',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => postInputs(pathOfArchiveAssociations(version, pair), byFromRecord(inputs)),
		settle: (inputs, answer) =>
			doubtOthersOfRefused(inputs, settleWithoutResults(inputs, answer, blameAssociations)),
		blamed: namedBy(blameAssociations),
		idsOf: recordIdsOf,
	};
}

const OTHER_REFUSED: Failure = {
	message:
		'HubSpot refused to remove another association of the same record and did not report this one',
	advice: 'Run the row again: removing what is already gone does no harm.',
	state: 'unknown',
	retryable: true,
};

/**
 * Treats the other removals of a refused record as unknown. To HubSpot a from-record with all its
 * to-records is one input, and it does not document what happens to the others when one is refused.
 */
function doubtOthersOfRefused(
	inputs: readonly RecordPair[],
	outcomes: Array<Outcome<RecordPair>>,
): Array<Outcome<RecordPair>> {
	const refused = new Set(
		inputs.filter((_, index) => !outcomes[index].ok).map(({ fromId }) => fromId),
	);
	return outcomes.map((outcome, index) =>
		outcome.ok && refused.has(inputs[index].fromId) ? fail(OTHER_REFUSED) : outcome,
	);
}

/**
 * POST …/batch/labels/archive: removes labels but not the associations. Removing the unlabeled
 * type removes the association with all its labels (HubSpot's OpenAPI document).
 */
export function archiveLabelsCall(
	version: ApiVersion,
	pair: ObjectPair,
): BatchCall<AssociationInput, AssociationInput> {
	return {
		name: 'archiveLabels',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => postInputs(pathOfArchiveLabels(version, pair), labeledBodies(inputs)),
		settle: (inputs, answer) => settleWithoutResults(inputs, answer, blameAssociations),
		blamed: namedBy(blameAssociations),
		idsOf: recordIdsOf,
	};
}

/** Groups the body by from-record, each with all its to-records. */
function byFromRecord(inputs: readonly RecordPair[]): object[] {
	return [...groupBy(inputs, ({ fromId }) => fromId)].map(([id, ofRecord]) => ({
		from: { id },
		to: ofRecord.map(({ toId }) => ({ id: toId })),
	}));
}
