import { updateDisplayOptions, type INodeProperties, type INodePropertyMode } from 'n8n-workflow';
import { named } from '../input/displayNames';

/**
 * Describes a resource locator, which opens on its list.
 * @param typed modes in which a person types what the list offers
 */
export function locator(
	name: 'fromObjectType' | 'toObjectType' | 'associationType',
	description: string,
	list: { readonly placeholder: string; readonly searchListMethod: string },
	...typed: ReadonlyArray<Omit<INodePropertyMode, 'type'>>
): INodeProperties {
	const { placeholder, searchListMethod } = list;
	const typeOptions = { searchListMethod, searchable: true };
	return {
		...named(name),
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', placeholder, typeOptions },
			...typed.map((mode) => ({ ...mode, type: 'string' as const })),
		],
	};
}

function objectType(name: 'fromObjectType' | 'toObjectType', description: string): INodeProperties {
	return locator(
		name,
		description,
		{ placeholder: 'Select an object…', searchListMethod: 'searchObjectTypes' },
		{ displayName: 'By Name or ID', name: 'id', placeholder: 'e.g. contacts, 0-1 or 2-123' },
	);
}

export const fromObjectType = objectType(
	'fromObjectType',
	'The object to associate from, such as contacts, 0-1 or 2-123. Labels and limits apply in one direction: from this object to the other.',
);

export const toObjectType = objectType(
	'toObjectType',
	'The object to associate to, such as companies, 0-2 or 2-123',
);

export const objectTypes: INodeProperties[] = [fromObjectType, toObjectType];

/** The objects of an operation whose scope may be wider than two of them. */
export const scopedObjectTypes: INodeProperties[] = [
	...updateDisplayOptions({ show: { scope: ['pair', 'object'] } }, [fromObjectType]),
	...updateDisplayOptions({ show: { scope: ['pair'] } }, [toObjectType]),
];
