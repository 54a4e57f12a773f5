import type { Entry } from '../../batching/plan';
import type { LabelUpdate } from '../../hubspot/labels/labelChanges';
import { LABELS } from '../../hubspot/labels/labels';
import { withText, type CreatedLabel } from '../../hubspot/labels/newLabels';
import { pairKey } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { fail, succeed, type Failure } from '../../outcome';
import { readEachPair } from '../run/pairReads';
import type { Session } from '../run/session';

/** For a label between records of one object that reads the same both ways: it may be a single type. */
const INVERSE_UNCHANGED: Failure = {
	message:
		'HubSpot confirmed the change, but the label still reads differently from the other side',
	advice:
		'Look it up in HubSpot. A label that reads the same both ways between records of one object may have to be created again as a pair.',
	state: 'unknown',
	retryable: false,
};

/**
 * Reads how changed labels read from the other side, one request per pair, and adds the type of that
 * side. Where the labels cannot be read, or do not show the text yet, the type stays unknown.
 */
export async function confirmInverses<Changed extends LabelUpdate>(
	session: Session,
	entries: ReadonlyArray<Entry<Changed, CreatedLabel | Changed>>,
): Promise<void> {
	const done = entries.filter(({ outcome }) => outcome?.ok);
	const pairs = done.map(({ input }) => reverseOf(input.pair));
	const labels = await readEachPair(session, pairs, LABELS);
	for (const entry of done) {
		const { pair, category, typeId, label, inverseLabel = label } = entry.input;
		const reverse = labels.get(pairKey(reverseOf(pair)));
		if (!reverse?.ok) continue;
		const forward = { category, typeId, label };
		const inverses = withText(reverse.value, inverseLabel);
		if (inverses.length === 0 && pair.from.key === pair.to.key) {
			entry.outcome = fail(INVERSE_UNCHANGED);
		} else {
			const types = inverses.length === 1 ? [forward, ...inverses] : [forward];
			entry.outcome = succeed({ types, forward, wasThere: true });
		}
	}
}
