import type { AnswerFault } from './faultKinds';

export interface BatchBody {
	results: object[];
	errors?: object[];
	numErrors?: number;
}

export function isBatchBody(body: unknown): body is BatchBody {
	return typeof body === 'object' && body !== null && 'results' in body;
}

/** The same answer told in another way. errorsIn200 is about the status and changes nothing here. */
export function disguise(body: BatchBody, fault: AnswerFault): BatchBody {
	switch (fault.kind) {
		case 'shuffled':
			return { ...body, results: shuffled(body.results) };
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
