import { seedAccount, type Simulator } from '../../../simulator';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { isAsWanted, isSame, show, type Played } from './played';
import { orderFindings, rowFindings } from './rowFindings';
import type { Scenario } from './scenario';
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
	const { account } = simulator;
	const before = states(account);
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
	const played: Played = { scenario, run, account, before, after: states(account) };
	const ended = trouble.stops ? stopFindings(played) : [];
	const isWhole = !(trouble.stops && run.error);
	return [
		...ended,
		...(isWhole ? [...rowFindings(played), ...orderFindings(played)] : []),
		...stateFindings(played),
	];
}

/** A run that stops says so, and only where it has a reason. */
function stopFindings({ scenario, run: { error } }: Played): string[] {
	const { expected, further = [], trouble } = scenario;
	const all = [...expected, ...further];
	const mustStop = all.some(({ isRefused, isOpen }) => isRefused && !isOpen);
	if (!error) return mustStop ? ['did not stop for a refused row'] : [];
	const mayStop = mustStop || !isCalm(trouble) || all.some(({ isOpen }) => isOpen);
	return mayStop ? [] : [`stopped: ${error.message}`];
}

/** Whatever became of the run: nothing changed but what was wanted, and that only in the wanted way. */
function stateFindings({ scenario, before, after }: Played): string[] {
	const { expected, further = [], trouble, operation } = scenario;
	const reads = operation === 'getAll';
	const isHeldBack = trouble.stops && expected.some(({ isInvalid }) => isInvalid);
	const allowed = [...expected, ...further].filter((one) => !one.isRefused || one.isOpen);
	const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
		(key) => !isSame(before.get(key) ?? null, after.get(key) ?? null),
	);
	const foreign = changed.filter(
		(key) =>
			reads ||
			isHeldBack ||
			!allowed.some((one) => one.key === key && isAsWanted(one, after.get(key) ?? null)),
	);
	const left = further.filter(
		({ key, isRefused }) => !isRefused && isCalm(trouble) && !trouble.stops && after.has(key),
	);
	return [
		...foreign.map((key) => `${key} became ${show(after.get(key) ?? null)}`),
		...left.map(({ key }) => `${key} was to be deleted`),
	];
}
