import {
	isNamed,
	mayBeOrdinal,
	parseOrdinalType,
	type AssociationType,
} from '../model/associationTypes';
import type { Failure } from '../../outcome';
import { blameErrors, typesNamed, type Blame } from '../api/blame';

/** Finds the limits that errors are about, by the association types in their context. */
export function blameLimits(inputs: readonly AssociationType[], errors: readonly Failure[]): Blame {
	return blameErrors(errors, (error) => {
		const named = typesNamed(error).map((name) => positionsOf(name, inputs));
		if (named.length === 0) return undefined;
		return {
			surely: named.flatMap((positions) => (positions.length === 1 ? positions : [])),
			perhaps: named.flatMap((positions) => (positions.length === 1 ? [] : positions)),
		};
	});
}

/** Finds the inputs that a name may stand for: one id can belong to types of several categories. */
function positionsOf(name: string, inputs: readonly AssociationType[]): number[] {
	const exact = inputs.flatMap((input, index) =>
		name.includes('=') && isNamed(input, name) ? [index] : [],
	);
	if (exact.length > 0) return exact;
	const ordinal = parseOrdinalType(name);
	const typeId = ordinal?.typeId ?? Number(name);
	const sameId = inputs.flatMap((input, index) => (input.typeId === typeId ? [index] : []));
	if (sameId.length < 2 || !ordinal) return sameId;
	const named = sameId.filter((index) => mayBeOrdinal(inputs[index], ordinal));
	return named.length > 0 ? named : sameId;
}
