import type { AnswerFault } from './faultKinds';

interface AnsweredAssociation {
	fromObjectTypeId: string;
	fromObjectId: string;
	toObjectTypeId: string;
	toObjectId: string;
	labels: Array<string | null>;
}

export interface BatchBody {
	results: object[];
	errors?: object[];
	numErrors?: number;
}

const RECORD_ID_FIELDS = new Set(['fromObjectId', 'toObjectId']);

export function isBatchBody(body: unknown): body is BatchBody {
	return typeof body === 'object' && body !== null && 'results' in body;
}

/** The same answer told in another way. errorsIn200 is about the status and changes nothing here. */
export function disguise(body: BatchBody, fault: AnswerFault): BatchBody {
	switch (fault.kind) {
		case 'shuffled':
			return { ...body, results: shuffled(body.results) };
		case 'bothDirections':
			return { ...body, results: body.results.flatMap(bothDirections) };
		case 'numericIds':
			return { ...body, results: withNumericIds(body.results) };
		case 'errorsTwice': {
			const errors = body.errors?.flatMap((error) => [error, error]);
			return errors ? { ...body, errors, numErrors: errors.length } : body;
		}
		case 'errorsIn200':
			return body;
	}
}

/** Another order for any list of two or more, the same at every run. */
function shuffled(results: readonly object[]): object[] {
	const odd = results.filter((_, index) => index % 2 === 1);
	const even = results.filter((_, index) => index % 2 === 0);
	return [...odd.reverse(), ...even];
}

function bothDirections(result: object): object[] {
	if (!isAssociation(result)) return [result];
	const { fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId, labels } = result;
	const backward: AnsweredAssociation = {
		fromObjectTypeId: toObjectTypeId,
		fromObjectId: toObjectId,
		toObjectTypeId: fromObjectTypeId,
		toObjectId: fromObjectId,
		labels,
	};
	return [result, backward];
}

function isAssociation(result: object): result is AnsweredAssociation {
	return 'fromObjectId' in result && 'toObjectId' in result;
}

function withNumericIds(results: object[]): object[] {
	const text = JSON.stringify(results, (name, value: unknown) =>
		RECORD_ID_FIELDS.has(name) ? Number(value) : value,
	);
	return JSON.parse(text) as object[];
}
