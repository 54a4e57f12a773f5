import type { INodeProperties } from 'n8n-workflow';
import { getOrMake } from '../lists';

/** What one operation lists. */
export interface Listing {
	readonly resource: string;
	readonly operation: string;
	readonly parameters: readonly INodeProperties[];
}

/** A condition of n8n: shown for each of these operations of each of these resources. */
interface Block {
	readonly resource: string[];
	readonly operation: string[];
}

/**
 * Joins the parameters of all operations. The editor evaluates every parameter of a node whether it
 * is shown or not, so one that several operations list occurs once, with a condition for all of them.
 * Each operation shows its parameters in its own order.
 * @param root how a condition reaches the operation: `/` from inside a collection
 */
export function shareParameters(
	listings: readonly Listing[],
	root: '' | '/' = '',
): INodeProperties[] {
	return inOneOrder(listings).flatMap((parameter) =>
		blocksOf(listings, parameter).map(({ resource, operation }) => {
			const { show, ...hide } = parameter.displayOptions ?? {};
			const where = { [`${root}resource`]: resource, [`${root}operation`]: operation };
			// n8n shows a parameter at the first condition that is an expression, so these come first.
			return { ...parameter, displayOptions: { ...hide, show: { ...where, ...show } } };
		}),
	);
}

/**
 * Returns every parameter once, in an order that agrees with that of each listing.
 * @throws RangeError where the listings contradict each other
 */
function inOneOrder(listings: readonly Listing[]): INodeProperties[] {
	const remaining = new Set(listings.flatMap(({ parameters }) => parameters));
	const isFirstOf = ({ parameters }: Listing, one: INodeProperties) =>
		!parameters.includes(one) || parameters.find((other) => remaining.has(other)) === one;
	const order: INodeProperties[] = [];
	while (remaining.size > 0) {
		const next = [...remaining].find((one) => listings.every((listing) => isFirstOf(listing, one)));
		if (next === undefined)
			throw new RangeError('Operations list parameters in conflicting orders');
		remaining.delete(next);
		order.push(next);
	}
	return order;
}

/** Joins resources for as long as that shows the parameter in no operation that does not list it. */
function blocksOf(listings: readonly Listing[], parameter: INodeProperties): Block[] {
	const conditions = Object.keys(parameter.displayOptions?.show ?? {});
	const others = listings.filter(
		({ parameters }) =>
			!parameters.includes(parameter) &&
			// Where its own conditions name what the operation does not have, n8n does not show it.
			conditions.every((name) => parameters.some((other) => other.name === name)),
	);
	const isWrong = ({ resource, operation }: Block) =>
		others.some((one) => resource.includes(one.resource) && operation.includes(one.operation));
	const blocks: Block[] = [];
	for (const [resource, operations] of operationsOf(listings, parameter)) {
		const joined = blocks.map((block) => ({
			resource: [...block.resource, resource],
			operation: [...new Set([...block.operation, ...operations])],
		}));
		const index = joined.findIndex((block) => !isWrong(block));
		if (index < 0) blocks.push({ resource: [resource], operation: operations });
		else blocks[index] = joined[index];
	}
	return blocks;
}

function operationsOf(listings: readonly Listing[], parameter: INodeProperties) {
	const byResource = new Map<string, string[]>();
	for (const { resource, operation, parameters } of listings) {
		if (!parameters.includes(parameter)) continue;
		getOrMake(byResource, resource, (): string[] => []).push(operation);
	}
	return byResource;
}
