import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { spreadOutcomes, type Entry, type Group } from '../../batching/plan';
import { fail, succeed, type Failure, type Outcome } from '../../outcome';
import {
	createLimitsCall,
	purgeLimitsCall,
	updateLimitsCall,
} from '../../hubspot/limits/limitCalls';
import type { LimitDeletion, LimitWrite } from '../../hubspot/limits/limitChanges';
import type { LimitInput } from '../../hubspot/limits/limits';
import { readLimitRows } from '../../input/rows/limitRows';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow, type FurtherOutcome } from '../run/output';
import { refuseContradictions } from '../run/sendPlan';
import type { Session } from '../run/session';
import { keptLimits, trustedGroups } from './deleteUnlisted';
import { changeJson } from './json';
import { planPair, type PairPlan } from './pairPlan';
import { readPairStates, type PairState } from './pairState';
import { phaseOf, previewPhases, runPhases, type Phase } from './phases';
import { limitDetails, readNamedLabels, resolveLimits } from './resolveTypes';
import { planLimits } from './write';

type States = ReadonlyMap<string, Outcome<PairState>>;

/**
 * Brings the limits of every pair to what the rows want: compares, then creates, updates and, where
 * wanted, deletes, in as few requests as HubSpot's rules between limits allow.
 * @param deletesUnlisted whether limits that no row names go
 */
export async function reconcileLimits(
	session: Session,
	deletesUnlisted: boolean,
): Promise<INodeExecutionData[]> {
	const rows = await checkRows(session, readLimitRows(session.context));
	const labels = await readNamedLabels(session, rows);
	const inputs = resolveLimits(rows, labels);
	stopAtInvalidRow(session, inputs);
	const plan = planLimits(inputs);
	const agreed = refuseContradictions(session, inputs, plan);
	const groups = validGroups(plan.groups, agreed);
	const states = await readPairStates(session, groups, labels);
	const trusted = deletesUnlisted ? trustedGroups(groups, rows, agreed) : new Set<string>();
	const plans = planPairs(groups, states, trusted);
	const checked = refuseRows(agreed, groups, states, plans);
	stopAtInvalidRow(session, checked);
	const deletions = deletionEntries(groups, plans, rows.length);
	const settled = await settle(session, plans, deletions);
	const sent = { ...plan, groups: validGroups(groups, checked) };
	const outcomes = spreadOutcomes(checked, sent, settled);
	return finish(
		session,
		outcomes,
		limitDetails(rows, inputs),
		{ merged: plan.merged, notes: deletesUnlisted ? keptLimits(groups, states, trusted) : [] },
		deletions.map((entry) => furtherOutcome(entry, settled)),
	);
}

/** The groups without entries whose rows were refused. */
function validGroups(
	groups: ReadonlyArray<Group<LimitInput>>,
	rows: ReadonlyArray<Outcome<unknown>>,
): Array<Group<LimitInput>> {
	return groups
		.map((group) => ({
			...group,
			entries: group.entries.filter((entry) => rows[entry.rows[0]].ok),
		}))
		.filter(({ entries }) => entries.length > 0);
}

/** A pair with a row that breaks a rule is trusted no longer, and nothing of it is deleted. */
function planPairs(
	groups: ReadonlyArray<Group<LimitInput>>,
	states: States,
	trusted: Set<string>,
): Map<string, PairPlan> {
	const plans = new Map<string, PairPlan>();
	for (const group of groups) {
		const state = states.get(group.key);
		if (!state?.ok) continue;
		const plan = planPair(group, state.value, trusted.has(group.key));
		const isDoubtful = plan.refused.size > 0 && trusted.delete(group.key);
		plans.set(group.key, isDoubtful ? planPair(group, state.value, false) : plan);
	}
	return plans;
}

function refuseRows(
	rows: ReadonlyArray<Outcome<LimitInput>>,
	groups: ReadonlyArray<Group<LimitInput>>,
	states: States,
	plans: ReadonlyMap<string, PairPlan>,
): Array<Outcome<LimitInput>> {
	const refused = new Map<number, Failure>();
	for (const { key, entries } of groups) {
		const state = states.get(key);
		for (const row of entries.flatMap((entry) => entry.rows)) {
			const failure = state?.ok === false ? state.failure : plans.get(key)?.refused.get(row);
			if (failure) refused.set(row, failure);
		}
	}
	return rows.map((row, index) => {
		const failure = refused.get(index);
		return failure ? fail(failure) : row;
	});
}

/** Entries of their own, paired with the first row of their pair. */
function deletionEntries(
	groups: ReadonlyArray<Group<LimitInput>>,
	plans: ReadonlyMap<string, PairPlan>,
	firstIndex: number,
): Array<Entry<LimitDeletion>> {
	return groups
		.flatMap(({ key, entries }) =>
			(plans.get(key)?.deletions ?? []).map((input) => ({ input, rows: [entries[0].rows[0]] })),
		)
		.map((entry, index) => ({ ...entry, index: firstIndex + index }));
}

async function settle(
	session: Session,
	plans: ReadonlyMap<string, PairPlan>,
	deletions: ReadonlyArray<Entry<LimitDeletion>>,
): Promise<Array<Outcome<IDataObject> | undefined>> {
	const all = [...plans.values()];
	const phases = [
		deletePhase(session, deletions),
		writePhase(
			session,
			all.flatMap(({ first }) => first),
		),
		writePhase(
			session,
			all.flatMap(({ second }) => second),
		),
	];
	const settled = session.options.dryRun ? previewPhases(phases) : await runPhases(session, phases);
	for (const { index, input } of all.flatMap(({ writes }) => writes)) {
		if (input.action === 'unchanged') settled[index] = succeed(changeJson(input));
	}
	return settled;
}

function deletePhase(session: Session, entries: ReadonlyArray<Entry<LimitDeletion>>): Phase {
	const { options, sender } = session;
	return phaseOf(session, entries, ({ pair }) =>
		purgeLimitsCall(options.apiVersion, pair, sender.send),
	);
}

function writePhase(session: Session, entries: ReadonlyArray<Entry<LimitWrite>>): Phase {
	const { options, sender } = session;
	return phaseOf(session, entries, ({ pair, action }) => {
		const callFor = action === 'created' ? createLimitsCall : updateLimitsCall;
		return callFor(options.apiVersion, pair, sender.send);
	});
}

function furtherOutcome(
	{ input, rows, index }: Entry<LimitDeletion>,
	settled: ReadonlyArray<Outcome<IDataObject> | undefined>,
): FurtherOutcome {
	const outcome = settled[index];
	if (outcome === undefined) throw new TypeError(`A deletion of row ${rows[0]} has no outcome`);
	const { pair, category, typeId } = input;
	return {
		item: rows[0],
		outcome,
		details: {
			fromObjectType: pair.from.spelling,
			toObjectType: pair.to.spelling,
			associationCategory: category,
			typeId,
		},
	};
}
