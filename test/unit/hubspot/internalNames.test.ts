import fc from 'fast-check';
import {
	deriveInternalName,
	isInternalName,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/internalNames';

it.each([
	['Decision Maker', 'decision_maker'],
	['Décideur-clé', 'decideur_cle'],
	['2nd Contact', 'label_2nd_contact'],
	['  A & B (old)  ', 'a_b_old'],
	['__Boss__', 'boss'],
	['決裁者', 'label_6c7a_88c1_8005'],
	['Straße', 'stra_df_e'],
	['!?', 'label_21_3f'],
	['🚗', 'label_1f697'],
])('makes of %s the name %s', (label, name) => {
	expect(deriveInternalName(label)).toBe(name);
});

it('makes a name that HubSpot takes, of any label', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'binary' }), (label) => {
			const name = deriveInternalName(label);
			expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
			expect(isInternalName(name)).toBe(true);
		}),
	);
});

it.each(['my-name', '1st', '-', ''])('does not take %j for a name', (name) => {
	expect(isInternalName(name)).toBe(false);
});
