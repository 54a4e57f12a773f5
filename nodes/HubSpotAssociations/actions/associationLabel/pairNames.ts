/** The internal names of the labels of two objects. Looked up both ways, since labels can number in the tens of thousands. */
export class PairNames {
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
