import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isAsWanted, isSame, show, type Played } from './played';
import type { Expected, Scenario } from './scenario';
import { isCalm } from './trouble';

/** Done, or left open. */
function mayBeDone(failure: IDataObject | undefined): boolean {
	return failure === undefined || (failure.error as IDataObject).state === 'unknown';
}

/** Every row has its outcome, and that is what the account and the model say. */
export function rowFindings(played: Played): string[] {
	const { scenario, run } = played;
	if (run.error) return [`the run ended: ${run.error.message}`];
	const failures = scenario.expected.map((_, row) => failureOf(played, row));
	const touched = new Set(
		scenario.expected.filter((_, row) => mayBeDone(failures[row])).map(({ key }) => key),
	);
	return scenario.expected.flatMap((expected, row) => {
		const failure = failures[row];
		const found = failure
			? failureFindings(expected, failure, played, touched)
			: doneFindings(expected, itemsOf(run.items, row), played);
		return found.map((text) => `row ${row}, ${expected.key}: ${text}`);
	});
}

function doneFindings(
	expected: Expected,
	items: readonly IDataObject[],
	{ scenario, after, account }: Played,
): string[] {
	const { key, isRefused, isOpen, isTrue } = expected;
	const held = after.get(key) ?? null;
	const found = itemFindings(expected, items, scenario);
	if (isRefused && !isOpen) found.push('a refused row is called done');
	if (!isAsWanted(expected, held)) found.push(`called done, but the account has ${show(held)}`);
	if (isTrue && !items.every((item) => isTrue(item, account)))
		found.push(`the account does not bear out ${show(items)}`);
	return found;
}

function failureFindings(
	{ key, isRefused, isOpen }: Expected,
	failure: IDataObject,
	{ scenario, before, after }: Played,
	touched: ReadonlySet<string>,
): string[] {
	const found: string[] = [];
	const held = after.get(key) ?? null;
	const isUnchanged = isSame(held, before.get(key) ?? null);
	// Another row may have done the same: one whose label needed no reading, for example.
	if (!isUnchanged && !touched.has(key)) found.push(`called refused, but changed to ${show(held)}`);
	if (!isRefused && !isOpen && isCalm(scenario.trouble))
		found.push(`innocent, but: ${JSON.stringify(failure.error)}`);
	return found;
}

function itemFindings(
	{ item, list }: Expected,
	items: readonly IDataObject[],
	{ textOf, further = [] }: Scenario,
): string[] {
	if (list) {
		const texts = items.map((json) => textOf?.(json)).sort();
		return isSame(texts, [...list].sort()) ? [] : [`gave ${show(texts)}, not ${show(list)}`];
	}
	const own = items.filter(({ action }) => action !== 'deleted' || further.length === 0);
	if (own.length !== 1) return [`gave ${own.length} items`];
	const wrong = Object.entries(item ?? {}).filter(([name, value]) => !isSame(own[0][name], value));
	return wrong.length > 0 ? [`item ${show(own[0])} does not have ${show(wrong)}`] : [];
}

/** Outcomes stand in the order of the rows, and no row has two; what no row names stands after them. */
export function orderFindings({ scenario, run: { items, errorItems } }: Played): string[] {
	if ((scenario.further ?? []).length > 0) return [];
	const [done, failed] = [rowsOf(items), rowsOf(errorItems)];
	const found = [done, failed].flatMap((rows) =>
		isSame(
			rows,
			[...rows].sort((one, other) => one - other),
		)
			? []
			: [`in the order ${show(rows)}`],
	);
	const twice = failed.filter((row, index) => done.includes(row) || failed.indexOf(row) !== index);
	return [...found, ...twice.map((row) => `row ${row} has two outcomes`)];
}

function failureOf({ scenario, run }: Played, row: number): IDataObject | undefined {
	const ofFurther = new Set((scenario.further ?? []).map(({ key }) => key.split(':')[1]));
	return itemsOf(run.errorItems, row).find(
		({ error }) => !ofFurther.has(String((error as IDataObject).typeId)),
	);
}

function itemsOf(items: readonly INodeExecutionData[], row: number): IDataObject[] {
	return items
		.filter(({ pairedItem }) => isSame(pairedItem, { item: row }))
		.map(({ json }) => json);
}

function rowsOf(items: readonly INodeExecutionData[]): number[] {
	return items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
}
