/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { seedAccount, type Simulator } from '../../simulator';
import type { NodeUnderTestRun } from '../harness';
import { runHubSpotNode } from '../support/hubSpotNode';
import type { Expected, Scenario, State } from './scenario';
import { addTrouble, isCalm } from './trouble';

/** Runs a scenario in the real engine and holds outcomes and account against the model: what is wrong, if anything. */
export async function findings(simulator: Simulator, scenario: Scenario): Promise<string[]> {
	const { resource, operation, parameters, items, trouble, states } = scenario;
	simulator.refill({
		behaviour: trouble.behaviour,
		seed: (account) => {
			seedAccount(account);
			scenario.seed(account);
		},
	});
	addTrouble(simulator, trouble);
	const before = states(simulator.account);
	const run = await runHubSpotNode({
		simulator,
		parameters: {
			...parameters,
			resource,
			operation,
			options: { ...(parameters.options as object), ...trouble.options },
		},
		items: [...items],
		onError: trouble.stops ? 'stopWorkflow' : 'continueErrorOutput',
	});
	const after = states(simulator.account);
	return [
		...(trouble.stops ? stopFindings(scenario, run) : rowFindings(scenario, run, before, after)),
		...stateFindings(scenario, before, after),
	];
}

const MAY_BE_DONE = /HubSpot may have made the change/;

/** Done, or left open. */
function mayBeDone(failure: IDataObject | undefined): boolean {
	return failure === undefined || MAY_BE_DONE.test(String(failure.message));
}

function isAsWanted({ wanted, otherwise }: Expected, state: State): boolean {
	return isSame(state, wanted) || (otherwise !== undefined && isSame(state, otherwise));
}

/** Every row has its outcome, and that is what the account and the model say. */
function rowFindings(
	scenario: Scenario,
	run: NodeUnderTestRun,
	before: ReadonlyMap<string, State>,
	after: ReadonlyMap<string, State>,
): string[] {
	if (run.error) return [`the run ended: ${run.error.message}`];
	const isRowKnown = isCalm(scenario.trouble);
	const touched = new Set(
		scenario.expected
			.filter((_, row) => mayBeDone(failureOf(run, row, scenario)))
			.map(({ key }) => key),
	);
	return scenario.expected.flatMap((expected, row) => {
		const { key, isRefused, isOpen } = expected;
		const failure = failureOf(run, row, scenario);
		const held = after.get(key) ?? null;
		const found: string[] = [];
		if (failure === undefined) {
			if (isRefused && !isOpen) found.push('a refused row is called done');
			if (!isAsWanted(expected, held)) found.push(`called done, but the account has ${show(held)}`);
			found.push(...itemFindings(expected, itemsOf(run.items, row), scenario));
		} else {
			const isUnchanged = isSame(held, before.get(key) ?? null);
			// Another row may have done the same: one whose label needed no reading, for example.
			if (!isUnchanged && !touched.has(key))
				found.push(`called refused, but changed to ${show(held)}`);
			if (!isRefused && !isOpen && isRowKnown)
				found.push(`innocent, but: ${String(failure.error)}`);
		}
		return found.map((text) => `row ${row}, ${key}: ${text}`);
	});
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
	const wrong = Object.entries(item ?? {}).filter(([name, value]) => own[0][name] !== value);
	return wrong.length > 0 ? [`item ${show(own[0])} does not have ${show(wrong)}`] : [];
}

/** A run that stops says so, and accounts for every row. */
function stopFindings(scenario: Scenario, { error, items }: NodeUnderTestRun): string[] {
	const { expected, further = [], trouble } = scenario;
	const all = [...expected, ...further];
	const mustStop = all.some(({ isRefused, isOpen }) => isRefused && !isOpen);
	if (!error) return mustStop ? ['did not stop for a refused row'] : lostItems(scenario, items);
	const mayStop = mustStop || !isCalm(trouble) || all.some(({ isOpen }) => isOpen);
	return mayStop ? [] : [`stopped: ${error.message}`];
}

function lostItems({ expected }: Scenario, items: readonly INodeExecutionData[]): string[] {
	return expected.flatMap(({ list }, row) =>
		list || itemsOf(items, row).length > 0 ? [] : [`row ${row} is lost`],
	);
}

/** Whatever became of the run: nothing changed but what was wanted, and that only in the wanted way. */
function stateFindings(
	{ expected, further = [], trouble, operation }: Scenario,
	before: ReadonlyMap<string, State>,
	after: ReadonlyMap<string, State>,
): string[] {
	const reads = operation === 'getAll';
	const allowed = [...expected, ...further].filter((one) => !one.isRefused || one.isOpen);
	const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
		(key) => !isSame(before.get(key) ?? null, after.get(key) ?? null),
	);
	const foreign = changed.filter(
		(key) =>
			reads || !allowed.some((one) => one.key === key && isAsWanted(one, after.get(key) ?? null)),
	);
	const left = further.filter(
		({ key, isRefused }) => !isRefused && isCalm(trouble) && !trouble.stops && after.has(key),
	);
	return [
		...foreign.map((key) => `${key} became ${show(after.get(key) ?? null)}`),
		...left.map(({ key }) => `${key} was to be deleted`),
	];
}

function failureOf(
	{ errorItems }: NodeUnderTestRun,
	row: number,
	{ further = [] }: Scenario,
): IDataObject | undefined {
	const ofFurther = new Set(further.map(({ key }) => key.split(':')[1]));
	return itemsOf(errorItems, row).find(
		({ details }) => !ofFurther.has(String((details as IDataObject).typeId)),
	);
}

function itemsOf(items: readonly INodeExecutionData[], row: number): IDataObject[] {
	return items
		.filter(({ pairedItem }) => isSame(pairedItem, { item: row }))
		.map(({ json }) => json);
}

function isSame(one: unknown, other: unknown): boolean {
	return isDeepStrictEqual(one, other);
}

function show(value: unknown): string {
	return JSON.stringify(value);
}
