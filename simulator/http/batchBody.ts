/** The parts of a batch request that name what an input is about; which of them are there depends on the call. */
export interface BatchInput {
	id?: string;
	typeId?: number;
	category?: string;
	from?: { id: string };
	to?: { id: string } | Array<{ id: string }>;
}

export function isBatch(body: unknown): body is { inputs: BatchInput[] } {
	return (
		typeof body === 'object' && body !== null && 'inputs' in body && Array.isArray(body.inputs)
	);
}

/** Whether the input is about one of these record ids, or type ids in a batch of limits. */
export function namesOneOf({ id, typeId, from, to }: BatchInput, ids: readonly string[]): boolean {
	const named = [id, from?.id, ...[to ?? []].flat().map((one) => one.id)];
	if (typeId !== undefined) named.push(String(typeId));
	return named.some((one) => one !== undefined && ids.includes(one));
}
