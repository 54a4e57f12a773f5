export type Properties = Readonly<Record<string, string>>;

const NO_PROPERTIES: Properties = {};

/** The records of one object type. Values are found without regard to case, as HubSpot finds emails and domains. */
export class Records {
	private readonly byId = new Map<string, Properties>();
	private readonly indexes = new Map<string, Map<string, string[]>>();

	add(id: string, properties: Properties = NO_PROPERTIES): void {
		this.byId.set(id, properties);
		this.indexes.clear();
	}

	/** Adds `count` records with consecutive ids. Cheap enough for a million of them. */
	addMany(count: number, startId: number, propertiesOf?: (index: number) => Properties): void {
		for (let index = 0; index < count; index++) {
			this.byId.set(String(startId + index), propertiesOf?.(index) ?? NO_PROPERTIES);
		}
		this.indexes.clear();
	}

	get size(): number {
		return this.byId.size;
	}

	has(id: string): boolean {
		return this.byId.has(id);
	}

	get(id: string): Properties | undefined {
		return this.byId.get(id);
	}

	ids(): IterableIterator<string> {
		return this.byId.keys();
	}

	/** Ids of the records whose property has this value. */
	withValue(property: string, value: string): readonly string[] {
		return this.index(property).get(value.toLowerCase()) ?? [];
	}

	private index(property: string): Map<string, string[]> {
		const known = this.indexes.get(property);
		if (known) return known;
		const index = new Map<string, string[]>();
		for (const [id, properties] of this.byId) {
			// A property may be called as a method of every object is.
			if (!Object.hasOwn(properties, property)) continue;
			const value = properties[property].toLowerCase();
			const ids = index.get(value);
			if (ids) ids.push(id);
			else index.set(value, [id]);
		}
		this.indexes.set(property, index);
		return index;
	}
}
