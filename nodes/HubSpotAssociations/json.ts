import { keep } from './lists';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads an id: a string in HubSpot's documents, a number in some answers. */
export function idOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return textOf(value);
}

export function objectsIn(value: unknown): readonly JsonObject[] {
	return Array.isArray(value) ? keep<unknown, JsonObject>(value, isObject) : [];
}
