import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { associationTypeKey } from '../hubspot/model/associationTypes';
import { LABELS, labelsIn, type AssociationLabel } from '../hubspot/labels/labels';
import { LIMITS, limitsByType, limitsIn } from '../hubspot/limits/limits';
import { describePair, type ObjectPair } from '../hubspot/model/objectTypes';
import type { Failure, Outcome } from '../outcome';
import { readPair } from '../input/values/objectPair';
import { choiceName } from '../input/values/typeChoice';
import { openPickerConnection, pageOf } from './picker';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Lists every association type of the chosen objects, including the unlabeled one. */
export const searchAssociationTypes = searchTypes(() => true);

/** Lists the labels that the account created: HubSpot lets no other be changed or deleted. */
export const searchOwnLabels = searchTypes(
	({ category, label }) => category === 'USER_DEFINED' && label !== null,
);

function searchTypes(isListed: (type: AssociationLabel) => boolean): Search {
	return async function (filter, paginationToken) {
		const listed = (await readTypeOptions(this, chosenPair(this))).filter(({ type }) =>
			isListed(type),
		);
		const choices = listed.map(({ name, value, limit }) => ({
			name: [name, ...limit].join(' · '),
			value,
		}));
		return pageOf(choices, filter, paginationToken);
	};
}

/**
 * Lists the labels of the chosen objects, for associations: without a label an association is
 * unlabeled. Each choice becomes a chip; a longer name would push the chip's cross out of sight.
 * The editor asks as soon as the node is opened, and would mark the field red for an exception:
 * until both objects are chosen, the list itself says so, in a choice that means nothing when picked.
 * (It is not disabled: n8n shows that in a gray that nobody can read.)
 */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const pair = readChosenPair(this);
	if (!pair.ok) return [{ name: pickFirst(pair.failure), value: '' }];
	const labels = (await readTypeOptions(this, pair.value)).filter(
		({ type }) => type.label !== null,
	);
	return labels.map(({ name, value, direction, limit }) => ({
		name,
		description: [value, direction, ...limit].join(' · '),
		value,
	}));
}

/**
 * Reads every association type of the chosen objects, and what lists show of it. The limits are an
 * extra: where they cannot be read, the list is shown without them.
 * @throws NodeOperationError when the labels cannot be read
 */
async function readTypeOptions(context: ILoadOptionsFunctions, pair: ObjectPair) {
	const { version, read, tryRead } = await openPickerConnection(context);
	const [labels, limits] = await Promise.all([
		read(LABELS.request(version, pair)),
		tryRead(LIMITS.request(version, pair)),
	]);
	const held = limitsByType(limits.ok ? limitsIn(limits.value) : []);
	const direction = describePair(pair);
	return labelsIn(labels).map((type) => {
		const value = associationTypeKey(type);
		const limit = held.get(value);
		const limitText = limit ? [`limit ${limit.maxToObjectIds}`] : [];
		return {
			type,
			name: choiceName(type),
			value,
			direction,
			limit: limitText,
		};
	});
}

/** @throws NodeOperationError when an object is not chosen yet, or is an expression that differs per item */
function chosenPair(context: ILoadOptionsFunctions): ObjectPair {
	const pair = readChosenPair(context);
	if (pair.ok) return pair.value;
	throw new NodeOperationError(context.getNode(), pickFirst(pair.failure));
}

/** Reads the two objects that are chosen in the editor right now. */
function readChosenPair(context: ILoadOptionsFunctions): Outcome<ObjectPair> {
	const valueOf = (name: 'fromObjectType' | 'toObjectType') =>
		context.getCurrentNodeParameter(name, { extractValue: true });
	return readPair(valueOf('fromObjectType'), valueOf('toObjectType'));
}

function pickFirst({ message }: Failure): string {
	return `Pick both objects first: ${message}`;
}
