/** Reads a value for an item. @throws anything at all where only n8n's evaluator can resolve it */
export type Read = (itemIndex: number) => unknown;

/** The data that n8n's evaluator sees. Each function throws where n8n would, and where it would give something odd. */
export interface Sources {
	/** `$json` */
	readonly json: Read;
	/** `$input.item` */
	readonly inputItem: Read;
	/** `$('name').item` */
	pairedItem(name: string): Read;
	/** `$node["name"].json` */
	nodeJson(name: string): Read;
	/** Evaluates code that does not depend on the item by n8n, once. */
	once(code: string): () => unknown;
}
