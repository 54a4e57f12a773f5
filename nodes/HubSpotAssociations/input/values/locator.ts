import { isObject } from '../../json';

/** What a resource locator holds, or the value itself where an old or hand-made workflow has a plain one. */
export function locatorValue(value: unknown): unknown {
	return isObject(value) && 'value' in value ? value.value : value;
}

export function locatorMode(value: unknown): unknown {
	return isObject(value) ? value.mode : undefined;
}
