import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';
import { readObjectType } from '../input/values/objectPair';
import type { ObjectPair, ObjectType } from '../hubspot/model/objectTypes';

type ObjectTypeParameter = 'fromObjectType' | 'toObjectType';

/**
 * The two objects that are chosen in the editor right now.
 * @throws NodeOperationError when one is not chosen yet, or is an expression that differs per item
 */
export function chosenPair(context: ILoadOptionsFunctions): ObjectPair {
	return { from: chosen(context, 'fromObjectType'), to: chosen(context, 'toObjectType') };
}

/** Whether a person has got as far as choosing both objects. */
export function isPairChosen(context: ILoadOptionsFunctions): boolean {
	return Boolean(valueOf(context, 'fromObjectType') && valueOf(context, 'toObjectType'));
}

function chosen(context: ILoadOptionsFunctions, name: ObjectTypeParameter): ObjectType {
	const objectType = readObjectType(valueOf(context, name), DISPLAY_NAMES[name]);
	if (objectType.ok) return objectType.value;
	const { message } = objectType.failure;
	throw new NodeOperationError(context.getNode(), `Pick both objects first: ${message}`);
}

function valueOf(context: ILoadOptionsFunctions, name: ObjectTypeParameter) {
	return context.getCurrentNodeParameter(name, { extractValue: true });
}
