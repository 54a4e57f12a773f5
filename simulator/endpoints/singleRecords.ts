import { HubSpotError, invalid } from '../http/errors';
import { associateDefault } from './associate';
import { associate, labelsBetween, labelsIn, type AssociationSpec } from './associating';
import { batchAnswer } from './batch';
import { endpoint, pairOf, type Answer, type Call } from './endpoint';
import { pageOf } from './readAssociations';
import { ASSOCIATION_SPECS } from './schemas';

const RECORD = '/:from/:fromId/associations';
const RECORDS = `${RECORD}/:to/:toId`;

/** The calls for one record or two, as HubSpot's own clients make them; the node sends batches alone. */
export const singleRecordEndpoints = [
	endpoint({
		method: 'GET',
		root: 'singleRecords',
		path: `${RECORD}/:to`,
		access: 'readPair',
		handle: (call) => {
			const { after, limit = call.behaviour.readPageSize } = call.query;
			const page = pageOf(call, { id: call.params.fromId, after }, Number(limit));
			return { status: 200, body: { results: page.to, paging: page.paging } };
		},
	}),
	endpoint({
		method: 'PUT',
		root: 'singleRecords',
		path: `${RECORD}/default/:to/:toId`,
		access: 'editAssociations',
		handle: (call) =>
			batchAnswer(associateDefault(call, [recordsOf(call)]), { complete: 200, partial: 200 }),
	}),
	endpoint<AssociationSpec[]>({
		method: 'PUT',
		root: 'singleRecords',
		path: RECORDS,
		access: 'editAssociations',
		schema: ASSOCIATION_SPECS,
		handle: associateTwo,
	}),
	endpoint({
		method: 'DELETE',
		root: 'singleRecords',
		path: RECORDS,
		access: 'editAssociations',
		handle: (call) => {
			const { from, to } = pairOf(call);
			call.account.store.delete(from, to, call.params.fromId, call.params.toId);
			return { status: 204 };
		},
	}),
];

function recordsOf({ params }: Call) {
	return { from: { id: params.fromId }, to: { id: params.toId } };
}

/** @throws HubSpotError 400 in the words seen: the reason stands in the context alone */
function associateTwo(call: Call<AssociationSpec[]>): Answer {
	const { account, params, body } = call;
	const { from, to } = pairOf(call);
	const ends = [
		{ type: from, id: params.fromId },
		{ type: to, id: params.toId },
	];
	const missing = ends.filter(({ type, id }) => !account.records(type).has(id));
	if (missing.length > 0) {
		throw invalid('One or more associations are invalid', {
			INVALID_OBJECT_IDS: missing.map(
				({ type, id }) => `${type.name.toUpperCase()}=${id} is not valid`,
			),
		});
	}
	const pair = account.definitions.pair(from, to);
	const { labels, unknown } = labelsIn(pair, body);
	if (unknown) {
		const spec = `${unknown.associationCategory}=${unknown.associationTypeId}`;
		throw invalid('One or more associations are invalid', {
			associationSpec: [spec],
			INVALID_ASSOCIATION_TYPE_ID: [`${spec} is not a valid association definition id`],
		});
	}
	const [exceeded] = associate(call, pair, recordsOf(call), labels);
	if (exceeded) throw new HubSpotError(400, exceeded);
	return {
		status: 201,
		body: labelsBetween(call, pair.unlabeled, params.fromId, params.toId),
	};
}
