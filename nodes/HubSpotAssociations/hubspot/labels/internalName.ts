/** No hyphen and no digit at the beginning. Source: HubSpot's guide to association labels. */
const INTERNAL_NAME = /^[^\d-][^-]*$/;

/** Begins a derived name where the label does not begin with a letter. */
const PREFIX = 'label_';

export function isInternalName(name: string): boolean {
	return INTERNAL_NAME.test(name);
}

/**
 * Derives an internal name from a label: "Décision Maker #2" gives decision_maker_2. Letters outside
 * a-z are written as their code points, so that labels in any script get names that differ.
 */
export function deriveInternalName(label: string): string {
	const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const spelled = plain.replace(/[\p{L}\p{N}]/gu, (letter) =>
		/[a-z0-9]/.test(letter) ? letter : `_${codePoint(letter)}_`,
	);
	const name = spelled.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
	return /^[a-z]/.test(name) ? name : PREFIX + (name || [...label].map(codePoint).join('_'));
}

function codePoint(character: string): string {
	return (character.codePointAt(0) ?? 0).toString(16);
}
