import type { INodeParameters } from 'n8n-workflow';
import type { RecordedRequest, Simulator } from '../../../simulator';
import { createAssociations } from '../../../tools/hubSpotNode';

/** The parameters of any association operation for rows { from, to } of contacts and companies. */
export function associationRun(operation: string, further: INodeParameters = {}): INodeParameters {
	return createAssociations({ operation, ...further });
}

/** The parameters of create with the option that holds rows against the limits. */
export function checkingLimits(
	labels: unknown = [],
	further: INodeParameters = {},
	options: INodeParameters = {},
): INodeParameters {
	return associationRun('create', {
		labels: labels as string,
		options: { checkLimits: true, ...options },
		...further,
	});
}

/** The parameters of create with the option that keeps the labels of two records. */
export function keepingLabels(
	labels: unknown,
	further: INodeParameters = {},
	options: INodeParameters = {},
): INodeParameters {
	return associationRun('create', {
		labels: labels as string,
		options: { existingLabels: 'keep', ...options },
		...further,
	});
}

/** Associates a contact with companies in the account, as if it had been so before. */
export function associated({ account }: Simulator, contact: number, companies: number[]): void {
	for (const company of companies) {
		account.associate('contacts', 'companies', String(contact), String(company));
	}
}

/** So many ids from the first on. */
export function idsFrom(first: number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => first + index);
}

/** The calls in order of arrival, short: `read 0-1>0-2`, `GET labels 0-1>0-2`, `batch/read companies`. */
export function calls({ requests }: Pick<Simulator, 'requests'>): string[] {
	return requests.map(shortName);
}

/** How often each call was made. */
export function callCounts(simulator: Pick<Simulator, 'requests'>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const call of calls(simulator)) counts[call] = (counts[call] ?? 0) + 1;
	return counts;
}

const DEFINITIONS = /\/definitions\/configurations\/([^/]+)\/([^/]+)$/;
const RECORDS = /\/associations\/(?:[^/]+\/)?([^/]+)\/([^/]+)\/batch\/(.+)$/;
const LABELS = /\/([^/]+)\/([^/]+)\/labels$/;
const OBJECTS = /\/([^/]+)\/(batch\/read|search)$/;

function shortName({ method, path }: RecordedRequest): string {
	const [, limitFrom, limitTo] = DEFINITIONS.exec(path) ?? [];
	if (limitFrom) return `${method} limits ${limitFrom}>${limitTo}`;
	const [, from, to, call] = RECORDS.exec(path) ?? [];
	if (from) return `${call} ${from}>${to}`;
	const [, labelFrom, labelTo] = LABELS.exec(path) ?? [];
	if (labelFrom) return `${method} labels ${labelFrom}>${labelTo}`;
	const [, type, read] = OBJECTS.exec(path) ?? [];
	return type ? `${read} ${type}` : `${method} ${path}`;
}
