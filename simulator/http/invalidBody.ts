import type { FastifySchemaValidationError } from 'fastify/types/schema';
import { invalid, type HubSpotError } from './errors';

/** What HubSpot says to a body that breaks the schema: the fields that are missing, or the first that cannot be read. */
export function invalidBody(errors: readonly FastifySchemaValidationError[]): HubSpotError {
	const missing = errors.filter((error) => error.keyword === 'required');
	if (missing.length > 0) {
		const names = [...new Set(missing.map((error) => String(error.params.missingProperty)))];
		return invalid(`Invalid input JSON: Some required fields were not set: [${names.join(', ')}]`);
	}
	const [{ instancePath, message = '' }] = errors;
	return unreadableJson(`${instancePath.slice(1) || 'body'} ${message}`);
}

export function unreadableJson(reason: string): HubSpotError {
	return invalid(`Invalid input JSON on line 1, column 1: ${reason}`);
}
