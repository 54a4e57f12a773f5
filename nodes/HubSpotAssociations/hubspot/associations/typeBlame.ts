import { blamedByRefusal } from './associationBlame';
import type { AssociationInput } from './associations';
import type { AssociationType } from '../model/associationTypes';
import type { Failure } from '../../outcome';
import { ordinalTypesNamed, type OrdinalType } from '../limits/limitBlame';

const INVALID_TYPE = /INVALID_ASSOCIATION_TYPE$/;

/**
 * The positions that the refusal of a whole batch names, by their records or by an association type
 * that the pair does not have. Most runs give all rows the same type: without this, a wrong one would
 * be looked for in each row by itself.
 */
export function blamedWithTypes(inputs: readonly AssociationInput[], refusal: Failure): number[] {
	const byRecords = blamedByRefusal(inputs, refusal);
	if (byRecords.length > 0 || !INVALID_TYPE.test(refusal.subCategory ?? '')) return byRecords;
	return [...new Set(ordinalTypesNamed(refusal).flatMap((named) => positionsOf(named, inputs)))];
}

/** None where several categories could be meant. */
function positionsOf(named: OrdinalType, inputs: readonly AssociationInput[]): number[] {
	const positions = new Set<number>();
	const categories = new Set<string>();
	inputs.forEach(({ types }, index) => {
		for (const type of types.filter((each) => isSame(named, each))) {
			positions.add(index);
			categories.add(type.category);
		}
	});
	return categories.size === 1 ? [...positions] : [];
}

function isSame({ isHubSpots, typeId }: OrdinalType, type: AssociationType): boolean {
	return type.typeId === typeId && (type.category === 'HUBSPOT_DEFINED') === isHubSpots;
}
