import { typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
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
		handle: (call) => ({ status: 200, body: { results: [...definitionsOf(call)].map(spec) } }),
	}),
	endpoint<LabelCreate>({
		method: 'POST',
		root: 'definitions',
		path: LABELS,
		access: 'writePair',
		schema: LABEL_CREATE_BODY,
		handle: (call) => {
			refuseLabel(call);
			const { from, to } = pairOf(call);
			const { label, inverseLabel } = call.body;
			const definition = call.account.definitions.addLabel(from, to, { label, inverseLabel });
			const both = new Set([definition, definition.inverse]);
			return { status: 200, body: { results: [...both].map(spec) } };
		},
	}),
	endpoint<LabelUpdate>({
		method: 'PUT',
		root: 'definitions',
		path: LABELS,
		access: 'writePair',
		schema: LABEL_UPDATE_BODY,
		handle: (call) => {
			const { associationTypeId, label, inverseLabel } = call.body;
			const definition = userLabel(call, associationTypeId);
			const symmetric = definition.label === definition.inverse.label;
			definition.label = label;
			if (inverseLabel !== undefined) definition.inverse.label = inverseLabel;
			else if (symmetric) definition.inverse.label = label;
			return { status: 204 };
		},
	}),
	endpoint({
		method: 'DELETE',
		root: 'definitions',
		path: `${LABELS}/:associationTypeId`,
		access: 'writePair',
		handle: (call) => {
			const { account } = call;
			const definition = userLabel(call, Number(call.params.associationTypeId));
			account.store.forget(definition);
			account.limits.delete(definition);
			account.limits.delete(definition.inverse);
			account.definitions.delete(definition);
			return { status: 204 };
		},
	}),
];

function definitionsOf(call: Call): Iterable<AssociationDefinition> {
	const { from, to } = pairOf(call);
	return call.account.definitions.pair(from, to).byKey.values();
}

function spec({ category, typeId, label }: AssociationDefinition): object {
	return { category, typeId, label };
}

function refuseLabel(call: Call<LabelCreate>): void {
	const { label, name } = call.body;
	if (!LABEL_NAME.test(name)) {
		throw invalid(`Name ${name} must not contain a hyphen or begin with a digit`);
	}
	const present = [...definitionsOf(call)].filter((one) => one.category === 'USER_DEFINED');
	if (present.some((one) => one.label === label)) throw invalid(`Label ${label} already exists`);
	const { labelsPerPair } = call.behaviour;
	if (present.filter((one) => one.label !== null).length >= labelsPerPair) {
		throw new HubSpotError(LABEL_LIMIT_REACHED, {
			category: 'VALIDATION_ERROR',
			message: `You have reached the limit of ${labelsPerPair} association labels between these objects`,
		});
	}
}

/** @throws HubSpotError 400 for a type that is HubSpot's own, has no label or does not exist */
function userLabel(call: Call, typeId: number): AssociationDefinition {
	const { from, to } = pairOf(call);
	const { byKey, unlabeled } = call.account.definitions.pair(from, to);
	const definition = byKey.get(typeKey('USER_DEFINED', typeId));
	if (!definition || definition === unlabeled) {
		throw invalid(`${typeId} is not a label of your account between ${from.name} and ${to.name}`);
	}
	return definition;
}
