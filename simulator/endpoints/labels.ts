import { typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
import type { PairDefinitions } from '../account/AssociationDefinitions';
import { HubSpotError, invalid } from '../http/errors';
import { endpoint, pairOf, type Call } from './endpoint';
import { LABEL_CREATE_BODY, LABEL_UPDATE_BODY } from './schemas';

interface LabelCreate {
	name: string;
	label: string;
	inverseLabel?: string;
}

interface LabelUpdate {
	associationTypeId: number;
	label: string;
	inverseLabel?: string;
}

const LABELS = '/:from/:to/labels';

/** Observed on the label above the account's last: a status of HubSpot's own. */
const LABEL_LIMIT_REACHED = 437;

const LABEL_NAME = /^[^\d-][^-]*$/;

export const labelEndpoints = [
	endpoint({
		method: 'GET',
		root: 'definitions',
		path: LABELS,
		access: 'readPair',
		rate: 'exempt',
		handle: (call) => labelsAnswer(definitionsOf(call).byKey.values()),
	}),
	endpoint<LabelCreate>({
		method: 'POST',
		root: 'definitions',
		path: LABELS,
		access: 'writePair',
		rate: 'exempt',
		schema: LABEL_CREATE_BODY,
		handle: (call) => {
			const pair = definitionsOf(call);
			refuseLabel(call, pair);
			const isFirst = labelsOf(pair).length === 0;
			const { from, to } = pair.unlabeled;
			const definition = call.account.definitions.addLabel(from, to, call.body);
			return labelsAnswer(madeWith(definition, pair, isFirst));
		},
	}),
	endpoint<LabelUpdate>({
		method: 'PUT',
		root: 'definitions',
		path: LABELS,
		access: 'writePair',
		rate: 'exempt',
		schema: LABEL_UPDATE_BODY,
		handle: (call) => {
			const { associationTypeId, label, inverseLabel } = call.body;
			const { byKey, unlabeled } = definitionsOf(call);
			const definition = byKey.get(typeKey('USER_DEFINED', associationTypeId));
			if (!definition || definition === unlabeled) {
				throw invalid(`Unable to find association type ${associationTypeId}`);
			}
			const { inverse } = definition;
			const isPaired = inverse.label !== definition.label;
			const keepsOther = isPaired && call.behaviour.renameWithoutInverse === 'oneSide';
			inverse.label = inverseLabel ?? (keepsOther ? inverse.label : label);
			definition.label = label;
			return { status: 204 };
		},
	}),
	endpoint({
		method: 'DELETE',
		root: 'definitions',
		path: `${LABELS}/:associationTypeId`,
		access: 'writePair',
		rate: 'exempt',
		handle: (call) => {
			const { account } = call;
			const definition = deletable(call);
			account.store.forget(definition);
			account.limits.delete(definition);
			account.limits.delete(definition.inverse);
			account.definitions.delete(definition);
			return { status: 204 };
		},
	}),
];

function definitionsOf(call: Call): PairDefinitions {
	const { from, to } = pairOf(call);
	return call.account.definitions.pair(from, to);
}

/** The labels that the account's users made. */
export function labelsOf({ byKey, unlabeled }: PairDefinitions): AssociationDefinition[] {
	return [...byKey.values()].filter((one) => one.category === 'USER_DEFINED' && one !== unlabeled);
}

/** Observed: both directions, and with the first label of a custom object the unlabeled type that HubSpot makes with it. */
function madeWith(
	definition: AssociationDefinition,
	{ unlabeled }: PairDefinitions,
	isFirst: boolean,
): Set<AssociationDefinition> {
	const made = new Set([definition, definition.inverse]);
	return isFirst && (unlabeled.from.custom || unlabeled.to.custom)
		? new Set([...made, unlabeled.inverse, unlabeled])
		: made;
}

/** Observed: the object types are null. */
function labelsAnswer(definitions: Iterable<AssociationDefinition>) {
	const results = [...definitions].map(({ category, typeId, label }) => ({
		category,
		typeId,
		label,
		fromObjectTypeId: null,
		toObjectTypeId: null,
	}));
	return { status: 200, body: { results } };
}

/** Observed: the name is looked at first, then the room, then the text. */
function refuseLabel({ account, behaviour, body }: Call<LabelCreate>, pair: PairDefinitions): void {
	const { label, name } = body;
	if (!LABEL_NAME.test(name)) {
		throw invalid(`Name ${name} must not contain a hyphen or begin with a digit`);
	}
	if (behaviour.labelNamesAreUnique && account.definitions.hasName(name)) {
		throw invalid(`Association definition named ${name} already exists for portal`);
	}
	const { from, to } = pair.unlabeled;
	const labels = labelsOf(pair);
	const { labelsPerPair } = behaviour;
	if (labels.length >= labelsPerPair) {
		throw new HubSpotError(LABEL_LIMIT_REACHED, {
			category: 'VALIDATION_ERROR',
			message: `No more than ${labelsPerPair} association types are allowed between ${from.objectTypeId} and ${to.objectTypeId}`,
		});
	}
	if (labels.some((one) => one.label === label)) {
		throw new HubSpotError(400, {
			category: 'VALIDATION_ERROR',
			subCategory: 'AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL',
			message: `Association definition label ${label} already exists on ObjectType pair`,
		});
	}
}

/** @throws HubSpotError 400 for a type that is HubSpot's own or does not exist, and for an unlabeled one beside labels */
function deletable(call: Call): AssociationDefinition {
	const { associationTypeId } = call.params;
	const pair = definitionsOf(call);
	const definition = pair.byKey.get(typeKey('USER_DEFINED', Number(associationTypeId)));
	if (!definition) throw invalid('Unable to find objectTypeIds');
	if (definition === pair.unlabeled && labelsOf(pair).length > 0) {
		throw invalid(
			`Definition with label still exists; Cannot delete unlabeled type with associationTypeId ${associationTypeId}`,
		);
	}
	return definition;
}
