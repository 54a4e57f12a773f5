type Test<Item, Kept extends Item> =
	| ((item: Item, index: number) => item is Kept)
	| ((item: Item, index: number) => boolean);

/** As `filter`, but gives the list itself where every item passes: mostly all do, and a copy grows in steps. */
export function keep<Item, Kept extends Item = Item>(
	items: readonly Item[],
	passes: Test<Item, Kept>,
): readonly Kept[] {
	return (items.every(passes) ? items : items.filter(passes)) as readonly Kept[];
}
