import type { INodeExecutionData } from 'n8n-workflow';
import type { Calls } from '../../batching/calls';
import { unsettled, type Entry } from '../../batching/plan';
import type { Send } from '../../hubspot/api/batchCall';
import type { ApiVersion } from '../../hubspot/api/versions';
import type { LimitDeletion, LimitWrite } from '../../hubspot/limits/limitChanges';
import {
	createLimitsCall,
	purgeLimitsCall,
	updateLimitsCall,
} from '../../hubspot/limits/limitCalls';
import type { LimitInput, LimitTarget } from '../../hubspot/limits/limits';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readLimitRows, type LimitRow } from '../../input/rows/typeRows';
import { groupBy } from '../../lists';
import { fail, succeed } from '../../outcome';
import { withTexts } from '../run/labelLookup';
import type { Session } from '../run/session';
import { compared, type SendingOrder } from '../run/writeOperation';
import { writeRows } from '../run/writeRows';
import { readOf } from '../run/pairReads';
import { changeJson, typeDetails } from '../typeJson';
import { keptLimits, pairsWithRefusedRows } from './deleteUnlisted';
import { planPair, type PairPlan } from './pairPlan';
import { readPairStates } from './pairState';
import { mergeLimits, resolveTypes } from './write';

/** What a row asks for and, once compared, the write that sets it. */
type SyncInput = LimitInput | LimitWrite | LimitDeletion;

/** What HubSpot returns for a limit that was changed. */
type Changed = Pick<LimitTarget, 'label'>;

type SyncEntry = Entry<SyncInput, Changed>;
type WantedEntry = SyncEntry & { readonly input: LimitInput };

/**
 * Makes the limits of every pair match the rows: compares, then creates, updates and, where
 * chosen, deletes, in as few requests as HubSpot's rules between limits allow.
 * @param deletesUnlisted whether to delete limits that no row lists
 */
export async function reconcileLimits(
	session: Session,
	deletesUnlisted: boolean,
): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	let refusedPairs: ReadonlySet<string> | undefined;
	return await writeRows<LimitRow, SyncInput, Changed>(session, {
		read: () => readLimitRows(context),
		resolve: async (rows) => {
			const inputs = await resolveTypes(session, rows);
			refusedPairs = pairsWithRefusedRows(rows, inputs);
			return inputs;
		},
		key: associationTypeKey,
		merge: mergeLimits,
		settleEarly: async (entries) => await compare(session, entries, deletesUnlisted, refusedPairs),
		calls: changeCalls(options.apiVersion, sender.send),
		item: ({ label }, input) => changeJson(compared(input), label),
		preview: (input) =>
			changeJson(compared(input), withTexts(session, input.pair, [input])[0].label),
		previewsLabels: () => true,
		about: typeDetails,
	});
}

function changeCalls(version: ApiVersion, send: Send): Calls<SyncInput, Changed> {
	return {
		keyOf: (input) => `${compared(input).action} ${pairKey(input.pair)}`,
		callFor(input) {
			const { action, pair } = compared(input);
			if (action === 'deleted') return purgeLimitsCall(version, pair, send);
			if (action === 'created') return createLimitsCall(version, pair, send);
			return updateLimitsCall(version, pair, send);
		},
	};
}

/**
 * Settles what needs no request or breaks one of HubSpot's rules, and returns the order of the rest.
 * @param refusedPairs pairs with a refused row, whose limits are not deleted; absent: it may be any pair
 */
async function compare(
	session: Session,
	entries: readonly SyncEntry[],
	deletesUnlisted: boolean,
	refusedPairs: ReadonlySet<string> | undefined,
): Promise<SendingOrder<SyncInput, Changed>> {
	const byPair = groupBy(unsettled(entries).filter(isWanted), ({ input }) => pairKey(input.pair));
	const wanted = [...byPair.values()].map((those) => those.map(({ input }) => input));
	const states = await readPairStates(session, wanted);
	const untrusted = new Set([...(refusedPairs ?? byPair.keys()), ...contradictedPairs(entries)]);
	const trusted = new Set(
		[...byPair.keys()].filter((key) => deletesUnlisted && !untrusted.has(key)),
	);
	const plans: Array<PairPlan<WantedEntry>> = [];
	const deletions: SyncEntry[] = [];
	for (const [key, those] of byPair) {
		const { input, rows } = those[0];
		const { pair } = input;
		const state = readOf(states, pair);
		if (!state.ok) {
			for (const entry of those) entry.outcome = state;
			continue;
		}
		// A pair with a row that breaks a rule is no longer trusted, and nothing of it is deleted.
		let plan = planPair(pair, those, state.value, trusted.has(key));
		if (plan.refused.size > 0 && trusted.delete(key)) {
			plan = planPair(pair, those, state.value, false);
		}
		plans.push(plan);
		settleCompared(plan);
		for (const deletion of plan.deletions) deletions.push({ input: deletion, rows: [rows[0]] });
	}
	const first = plans.flatMap((plan) => plan.first);
	const second = plans.flatMap((plan) => plan.second);
	return {
		phases: [deletions, first, second].map((phase) => ({ entries: phase })),
		further: deletions,
		notes: deletesUnlisted ? keptLimits(wanted, states, trusted) : [],
	};
}

function isWanted(entry: SyncEntry): entry is WantedEntry {
	return 'maxToObjectIds' in entry.input;
}

function contradictedPairs(entries: readonly SyncEntry[]): string[] {
	return entries.flatMap(({ input, outcome }) =>
		outcome?.ok === false ? [pairKey(input.pair)] : [],
	);
}

function settleCompared({ writes, refused }: PairPlan<WantedEntry>): void {
	for (const [entry, failure] of refused) entry.outcome = fail(failure);
	for (const { entry, write } of writes) {
		(entry as SyncEntry).input = write;
		if (write.action === 'unchanged') entry.outcome = succeed(write);
	}
}
