/** Groups items by their keys, in the order of the first item of each. */
export function groupBy<Item, Key>(
	items: readonly Item[],
	keyOf: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key !== undefined) getOrMake(groups, key, () => []).push(item);
	}
	return groups;
}

type Test<Item, Kept extends Item> =
	| ((item: Item, index: number) => item is Kept)
	| ((item: Item, index: number) => boolean);

/** Filters, but returns the list itself when every item passes: nearly all do, and a copy would grow in steps. */
export function keep<Item, Kept extends Item = Item>(
	items: readonly Item[],
	passes: Test<Item, Kept>,
): readonly Kept[] {
	return (items.every(passes) ? items : items.filter(passes)) as readonly Kept[];
}

/** Cuts a list into as few pieces of at most that size as possible, in order. */
export function pack<Item>(items: readonly Item[], size: number): Item[][] {
	const pieces: Item[][] = [];
	for (let start = 0; start < items.length; start += size) {
		pieces.push(items.slice(start, start + size));
	}
	return pieces;
}

/** Returns the value of a key, making it if there is none yet. */
export function getOrMake<Key, Value>(
	map: Map<Key, Value>,
	key: Key,
	make: (key: Key) => Value,
): Value {
	const present = map.get(key);
	if (present !== undefined) return present;
	const made = make(key);
	map.set(key, made);
	return made;
}

/** Returns a function that makes the value of each key once. Unlike a call of {@link getOrMake}, it needs no closure for each. */
export function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const made = new Map<Key, Value>();
	return (key) => getOrMake(made, key, make);
}
