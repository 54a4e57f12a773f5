import type { AssociationType } from '../model/associationTypes';
import type { Failure } from '../../outcome';
import { blameErrors, type Blame } from '../api/settle';

/**
 * An association type in an error's context: HubSpot writes "0-5" for category 0, type id 5. Only
 * 0 is known for certain (HUBSPOT_DEFINED, seen in recorded traffic).
 */
const ORDINAL_TYPE = /^(\d+)-(\d+)$/;

const NAMED_TYPE = /^(\d+-)?\d+$/;

const TYPE_NAME = /^(association)?type(id)?s?$/i;

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

export function limitsBlamedByRefusal(
	inputs: readonly AssociationType[],
	refusal: Failure,
): number[] {
	return [...blameLimits(inputs, [refusal]).surely.keys()];
}

export interface OrdinalType {
	readonly isHubSpots: boolean;
	readonly typeId: number;
}

/** The types that an error names together with their category. */
export function ordinalTypesNamed(error: Failure): OrdinalType[] {
	return typesNamed(error).flatMap((name) => ordinalType(name) ?? []);
}

function ordinalType(name: string): OrdinalType | undefined {
	const match = ORDINAL_TYPE.exec(name);
	return match ? { isHubSpots: match[1] === '0', typeId: Number(match[2]) } : undefined;
}

function typesNamed(error: Failure): string[] {
	return Object.entries(error.context ?? {})
		.filter(([name]) => TYPE_NAME.test(name))
		.flatMap(([, values]) => values.filter((value) => NAMED_TYPE.test(value)));
}

/** The inputs that a name may mean: one id can belong to types of several categories. */
function positionsOf(name: string, inputs: readonly AssociationType[]): number[] {
	const ordinal = ordinalType(name);
	const typeId = ordinal?.typeId ?? Number(name);
	const sameId = inputs.flatMap((input, index) => (input.typeId === typeId ? [index] : []));
	if (sameId.length < 2 || !ordinal) return sameId;
	const named = sameId.filter(
		(index) => (inputs[index].category === 'HUBSPOT_DEFINED') === ordinal.isHubSpots,
	);
	return named.length > 0 ? named : sameId;
}
