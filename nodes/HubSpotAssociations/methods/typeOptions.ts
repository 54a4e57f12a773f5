import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { associationTypeKey } from '../hubspot/model/associationTypes';
import { labelsIn, readLabelsRequest, type AssociationLabel } from '../hubspot/labels/labels';
import { limitsByType, limitsIn, readLimitsRequest, type Limit } from '../hubspot/limits/limits';
import { describePair, type ObjectPair } from '../hubspot/model/objectTypes';
import { openPickerConnection } from './connection';
import { chosenPair } from './pair';

/** An association type and how lists show it. */
export interface TypeOption {
	readonly type: AssociationLabel;
	/** For a list whose entries are one line. */
	readonly option: INodePropertyOptions;
	/** For a list whose chosen entries become chips: in a longer name the chip's cross is out of sight. */
	readonly chip: INodePropertyOptions;
}

/**
 * Every association type of the chosen objects, with direction, key and limit in its text. The limits
 * are an extra: where they cannot be read, the list is there without them.
 * @throws NodeOperationError when the objects are not chosen or the labels cannot be read
 */
export async function readTypeOptions(context: ILoadOptionsFunctions): Promise<TypeOption[]> {
	const pair = chosenPair(context);
	const { version, read, tryRead } = await openPickerConnection(context);
	const [labels, limits] = await Promise.all([
		read(readLabelsRequest(version, pair)),
		tryRead(readLimitsRequest(version, pair)),
	]);
	const held = limitsByType(limits.ok ? limitsIn(limits.value) : []);
	return labelsIn(labels).map((type) => ({ type, ...optionsOf(type, pair, held) }));
}

function optionsOf(
	type: AssociationLabel,
	pair: ObjectPair,
	held: ReadonlyMap<string, Limit>,
): Omit<TypeOption, 'type'> {
	const value = associationTypeKey(type);
	const label = type.label ?? 'Unlabeled';
	const limit = held.get(value);
	const direction = describePair(pair);
	const limitText = limit ? [`limit ${limit.maxToObjectIds}`] : [];
	return {
		option: { name: [label, direction, value, ...limitText].join(' · '), value },
		chip: {
			name: `${label} (${value})`,
			description: [direction, ...limitText].join(' · '),
			value,
		},
	};
}
