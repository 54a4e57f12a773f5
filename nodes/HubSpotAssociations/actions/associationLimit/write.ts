import type { INodeExecutionData } from 'n8n-workflow';
import type { BatchCall, Send } from '../../hubspot/api/batchCall';
import type { ApiVersion } from '../../hubspot/api/versions';
import type { AssociationLabel, LabelReference } from '../../hubspot/labels/labels';
import type { Limit, LimitInput, LimitTarget } from '../../hubspot/limits/limits';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLimitRows, type LimitRow, type TypeRow } from '../../input/rows/typeRows';
import { invalid, succeed, type Outcome } from '../../outcome';
import { readLabelsFor, resolveReference } from '../run/labelLookup';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { limitJson, typeDetails, typePreview } from '../typeJson';

/**
 * Turns the association type of every row into category and type id. Reads the labels of the pairs
 * where a row names a type by its label or bare type id.
 */
export async function resolveTypes<Row extends TypeRow>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
): Promise<Array<Outcome<Row & AssociationLabel>>> {
	const labels = await readLabelsFor(session, rows, ({ reference }) => reference.kind !== 'type');
	return rows.map((row) => {
		if (!row.ok) return row;
		const { pair, reference } = row.value;
		const type = resolveReference(reference, pair, labels, DISPLAY_NAMES.associationType);
		return type.ok ? succeed({ ...row.value, ...type.value }) : type;
	});
}

/** Sets the limit of every item with one of HubSpot's batch calls, one request per pair of objects. */
export async function writeLimits(
	session: Session,
	action: 'created' | 'updated',
	callOf: (version: ApiVersion, pair: ObjectPair, send: Send) => BatchCall<LimitInput, Limit>,
): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	return await writeRows<LimitRow, LimitRow & AssociationLabel, Limit>(session, {
		read: () => readLimitRows(context),
		resolve: async (rows) => await resolveTypes(session, rows),
		key: associationTypeKey,
		merge: mergeLimits,
		calls: {
			keyOf: ({ pair }) => pairKey(pair),
			callFor: ({ pair }) => callOf(options.apiVersion, pair, sender.send),
		},
		item: (limit, { pair, reference }) => limitJson(pair, withPickedLabel(limit, reference)),
		preview: (input) =>
			typePreview(session, action, input, { maxToObjectIds: input.maxToObjectIds }),
		previewsLabels: () => true,
		about: typeDetails,
	});
}

/** HubSpot's answer to an update names no label, and one that was picked from the list is known. */
function withPickedLabel(limit: Limit, reference: LabelReference): Limit {
	const picked = reference.kind === 'type' ? reference.picked : undefined;
	return limit.label === null && picked !== undefined ? { ...limit, label: picked } : limit;
}

/** Joins items that set the same limit, unless their maximums differ. */
export function mergeLimits<Input extends LimitTarget & { readonly maxToObjectIds?: number }>(
	present: Input,
	added: Input,
): Outcome<Input> {
	if (present.maxToObjectIds === added.maxToObjectIds) return succeed(present);
	return invalid(
		`Items set different maximums for the same limit of ${describePair(present.pair)}, ${associationTypeKey(present)}`,
		`Keep only one item per limit, or give them the same '${DISPLAY_NAMES.maxToObjectIds}'.`,
	);
}
