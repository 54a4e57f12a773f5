import type { INodeExecutionData } from 'n8n-workflow';
import type { RecordedRequest } from '../../../simulator';

const TYPE = '[A-Za-z0-9_-]+';
const VERSION = '(2026-03|2026-09|v4)';

/** Every path of HubSpot's documents that the node may call, and no other spelling of it. */
const DOCUMENTED = [
	`/crm/associations/${VERSION}/${TYPE}/${TYPE}/batch/(create|associate/default|read|archive|labels/archive)`,
	`/crm/v4/associations/${TYPE}/${TYPE}/batch/(create|associate/default|read|archive|labels/archive)`,
	`/crm/associations/${VERSION}/definitions/configurations/(all|${TYPE}/${TYPE}(/batch/(create|update|purge))?)`,
	`/crm/associations/${VERSION}/${TYPE}/${TYPE}/labels(/\\d+)?`,
	`/crm/limits/${VERSION}/associations/(labels|records/(from|${TYPE}/to|${TYPE}/${TYPE}))`,
	`/crm/v3/limits/associations/(labels|records/(from|${TYPE}/to|${TYPE}/${TYPE}))`,
	`/crm/associations/${VERSION}/usage/high-usage-report/[1-9]\\d{0,9}`,
	'/crm/v4/associations/usage/high-usage-report/[1-9]\\d{0,9}',
	`/crm-object-schemas/(2026-03|2026-09|v3)/schemas(/${TYPE})?`,
	`/crm/objects/(2026-03|2026-09)/${TYPE}/(batch/read|search)`,
	`/crm/v3/objects/${TYPE}/(batch/read|search)`,
].map((path) => new RegExp(`^${path}$`));

/** HubSpot's words for a body that breaks its schema. */
const MALFORMED = /Invalid input JSON/;

/** Requests that no documentation allows for. */
export function wrongRequests(requests: readonly RecordedRequest[]): string[] {
	return requests.flatMap(({ method, path, body, responseBody }) => {
		if (!DOCUMENTED.some((documented) => documented.test(path))) return [`${method} ${path}`];
		const isMalformed = MALFORMED.test(JSON.stringify(responseBody) ?? '');
		return isMalformed ? [`${method} ${path} ${JSON.stringify(body)}`] : [];
	});
}

const RECORD_ID = /^[1-9]\d{0,18}$/;
const INT32_MAX = 2_147_483_647;

/** What the fields of a body must look like, wherever they stand. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
	associationTypeId: isInt32,
	typeId: isInt32,
	maxToObjectIds: isInt32,
	category: isCategory,
	associationCategory: isCategory,
};

function isInt32(value: unknown): boolean {
	return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= INT32_MAX;
}

function isCategory(value: unknown): boolean {
	return ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED', 'WORK'].includes(String(value));
}

/** Fields of bodies that hold what HubSpot cannot mean. */
export function wrongFields(body: unknown, inRecord = false): string[] {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
		const isId = name === 'id' && inRecord;
		const isRight = isId ? RECORD_ID.test(String(value)) : (FIELDS[name]?.(value) ?? true);
		const inside = wrongFields(
			value,
			name === 'from' || name === 'to' || (inRecord && Array.isArray(body)),
		);
		return isRight ? inside : [`${name}: ${JSON.stringify(value)}`, ...inside];
	});
}

/** The traces of a program that stumbled, which say nothing to a person. */
const STUMBLED =
	/Cannot (read|set|convert)|is not (a function|iterable|defined)|call stack|\[object |Unexpected token|circular|ERR_INVALID|Could not get parameter/i;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/;

const LONGEST_MESSAGE = 1_000;

/** Messages that are no plain words for a person. */
export function wrongMessages(items: readonly INodeExecutionData[]): string[] {
	return items.flatMap(({ json: { error, message } }) =>
		[(error as Partial<Error> | undefined)?.message, message]
			.map(String)
			.filter((text) => STUMBLED.test(text) || CONTROL.test(text) || text.length > LONGEST_MESSAGE)
			.map((text) => text.slice(0, LONGEST_MESSAGE)),
	);
}
