import type { INodeProperties } from 'n8n-workflow';
import { named, type ParameterName } from '../input/displayNames';

export function textParameter(
	name: ParameterName,
	placeholder: string,
	description: string,
): INodeProperties {
	return { ...named(name), type: 'string', default: '', placeholder, description };
}

/**
 * @param description begins with "Whether"
 * @param isOn how it starts; an option, once it is added
 */
export function switchParameter(
	name: ParameterName,
	description: string,
	isOn = false,
): INodeProperties {
	return { ...named(name), type: 'boolean', default: isOn, description };
}

/** @param range the smallest number that the editor takes, and the one it starts with */
export function numberParameter(
	name: ParameterName,
	range: { readonly least: number; readonly default: number },
	description: string,
): INodeProperties {
	return {
		...named(name),
		type: 'number',
		typeOptions: { minValue: range.least },
		default: range.default,
		description,
	};
}
