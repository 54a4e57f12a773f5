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

/** The internal names of labels, each of one label only. Looked up both ways, since labels can number in the tens of thousands. */
export class LabelNames {
	private readonly names = new Map<string, string>();
	private readonly labels = new Map<string, Set<string>>();
	/** Where to continue looking for a free number: the ones before it are taken. */
	private readonly nextNumbers = new Map<string, number>();

	nameOf(label: string): string | undefined {
		return this.names.get(label);
	}

	/** Sets the name of a label, replacing an earlier one. */
	set(label: string, name: string): void {
		this.labels.get(this.names.get(label) ?? '')?.delete(label);
		this.names.set(label, name);
		const present = this.labels.get(name);
		if (present) present.add(label);
		else this.labels.set(name, new Set([label]));
	}

	/** Whether another label has the name. */
	isTaken(name: string, label: string): boolean {
		const present = this.labels.get(name);
		if (present === undefined) return false;
		return present.size > (present.has(label) ? 1 : 0);
	}

	/** Returns the name, or the name with the first number that makes it free. */
	firstFree(name: string): string {
		if (!this.labels.get(name)?.size) return name;
		let number = this.nextNumbers.get(name) ?? 2;
		while (this.labels.get(`${name}_${number}`)?.size) number++;
		this.nextNumbers.set(name, number);
		return `${name}_${number}`;
	}
}
