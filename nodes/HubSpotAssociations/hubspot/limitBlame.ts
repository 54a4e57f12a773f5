import type { AssociationType } from './associationTypes';
import type { Failure } from './failure';
import { addBlame, type Blame } from './settle';

/**
 * An association type in an error's context: HubSpot writes "0-5" for category 0, type id 5. Only
 * 0 is known for certain (HUBSPOT_DEFINED, seen in recorded traffic).
 */
const ORDINAL_TYPE = /^(\d+)-(\d+)$/;

const TYPE_NAME = /^(association)?type(id)?s?$/i;

/** Finds the limits that errors are about, by the association types in their context. */
export function blameLimits(inputs: readonly AssociationType[], errors: readonly Failure[]): Blame {
	const surely = new Map<number, Failure>();
	const unplaced: Failure[] = [];
	for (const error of errors) {
		const named = typesNamed(error);
		const guilty = inputs.flatMap((input, index) =>
			named.some((name) => isSameType(name, input, inputs)) ? [index] : [],
		);
		guilty.forEach((index) => addBlame(surely, index, error));
		if (guilty.length === 0) unplaced.push(error);
	}
	return { surely, perhaps: new Map(), unplaced };
}

export function limitsBlamedByRefusal(
	inputs: readonly AssociationType[],
	refusal: Failure,
): number[] {
	return [...blameLimits(inputs, [refusal]).surely.keys()];
}

function typesNamed(error: Failure): string[] {
	return Object.entries(error.context ?? {})
		.filter(([name]) => TYPE_NAME.test(name))
		.flatMap(([, values]) => values);
}

function isSameType(
	name: string,
	input: AssociationType,
	inputs: readonly AssociationType[],
): boolean {
	const ordinal = ORDINAL_TYPE.exec(name);
	const typeId = Number(ordinal ? ordinal[2] : name);
	if (typeId !== input.typeId) return false;
	const sharesId = inputs.some((other) => other !== input && other.typeId === typeId);
	if (!sharesId) return true;
	return ordinal !== null && (ordinal[1] === '0') === (input.category === 'HUBSPOT_DEFINED');
}
