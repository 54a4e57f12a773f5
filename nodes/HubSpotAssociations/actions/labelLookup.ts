import { drain } from '../batching/pool';
import { succeed, type Outcome } from '../hubspot/failure';
import {
	findType,
	labelsIn,
	readLabelsRequest,
	resolveLabel,
	type AssociationLabel,
	type LabelReference,
} from '../hubspot/labels';
import { pairKey, type ObjectPair } from '../hubspot/objectTypes';
import type { Session } from './session';

/** The association types of every pair that was read, or why they could not be. */
export type LabelsByPair = ReadonlyMap<string, Outcome<AssociationLabel[]>>;

/** Reads the association types of each pair once, one request a pair. */
export async function readLabels(
	{ sender, options }: Session,
	pairs: Iterable<ObjectPair>,
): Promise<LabelsByPair> {
	const distinct = new Map([...pairs].map((pair) => [pairKey(pair), pair]));
	const labels = new Map<string, Outcome<AssociationLabel[]>>();
	await drain([...distinct], options.maxConcurrency, async ([key, pair]) => {
		const answer = await sender.send(readLabelsRequest(options.apiVersion, pair));
		labels.set(key, answer.ok ? succeed(labelsIn(answer.value)) : answer);
	});
	return labels;
}

/**
 * Finds what a reference means. CATEGORY:typeId stands as it is: it needs no labels, and HubSpot
 * judges it.
 * @param parameter the display name of the parameter, for messages
 */
export function resolveReference(
	reference: LabelReference,
	pair: ObjectPair,
	labels: LabelsByPair,
	parameter: string,
): Outcome<AssociationLabel> {
	const known = labels.get(pairKey(pair));
	if (reference.kind === 'type') {
		const found = known?.ok ? findType(known.value, reference.type) : undefined;
		return succeed(found ?? { ...reference.type, label: null });
	}
	if (known === undefined) throw new TypeError(`The labels of ${pairKey(pair)} were not read`);
	return known.ok ? resolveLabel(reference, known.value, pair, parameter) : known;
}
