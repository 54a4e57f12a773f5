import fc from 'fast-check';
import {
	findType,
	type AssociationLabel,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import {
	ASSOCIATION_CATEGORIES,
	isSameType,
} from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';

const type = fc.record({
	category: fc.constantFrom(...ASSOCIATION_CATEGORIES),
	typeId: fc.integer({ min: 1, max: 40 }),
});
const label: fc.Arbitrary<AssociationLabel> = fc
	.tuple(type, fc.option(fc.string()))
	.map(([of, text]) => ({ ...of, label: text }));

it('finds the first label of a type, in short lists and in long ones', () => {
	fc.assert(
		fc.property(fc.array(label, { maxLength: 60 }), type, (labels, wanted) => {
			expect(findType(labels, wanted)).toBe(labels.find((one) => isSameType(one, wanted)));
			expect(findType(labels, wanted)).toBe(labels.find((one) => isSameType(one, wanted)));
		}),
	);
});
