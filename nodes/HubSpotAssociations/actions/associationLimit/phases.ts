import type { IDataObject } from 'n8n-workflow';
import type { Work } from '../../batching/dispatch';
import type { Entry } from '../../batching/plan';
import { notSent } from '../../sending/refusals';
import type { BatchCall } from '../../hubspot/api/batchCall';
import { fail, succeed, unsent, type Failure, type Outcome } from '../../outcome';
import type { LimitChange } from '../../hubspot/limits/limitChanges';
import { pairKey } from '../../hubspot/model/objectTypes';
import { previewSettled, sendWorks } from '../run/sendPlan';
import type { Session } from '../run/session';
import { changeJson } from './json';

/** Requests that must all be answered before those of the next phase go out. */
export interface Phase {
	readonly entries: ReadonlyArray<Entry<LimitChange>>;
	run(): Promise<ReadonlyArray<Outcome<IDataObject> | undefined>>;
	preview(): ReadonlyArray<Outcome<IDataObject> | undefined>;
}

/**
 * The requests for these changes, with one call for each pair and action.
 * @param callFor the call that does a change; the same for all of its pair and action
 */
export function phaseOf<Change extends LimitChange, Value extends { label?: string | null }>(
	session: Session,
	entries: ReadonlyArray<Entry<Change>>,
	callFor: (change: Change) => BatchCall<Change, Value>,
): Phase {
	const works = worksOf(entries, callFor);
	return {
		entries,
		async run() {
			const outcomes = await sendWorks(session, works);
			return spread(entries, ({ index, input }) => {
				const outcome = outcomes[index];
				return outcome?.ok ? succeed(changeJson(input, outcome.value.label)) : outcome;
			});
		},
		preview() {
			const previews = previewSettled(session, works);
			return spread(entries, ({ index, input }) => {
				const preview = previews[index];
				return preview?.ok ? succeed({ ...changeJson(input), ...preview.value }) : preview;
			});
		},
	};
}

/** One phase after the other, by the index of the entries; one that cannot be done ends the run where it must. */
export async function runPhases(
	session: Session,
	phases: readonly Phase[],
): Promise<Array<Outcome<IDataObject> | undefined>> {
	const outcomes: Array<Outcome<IDataObject> | undefined> = [];
	let halted: Failure | undefined;
	for (const { entries, run } of phases) {
		const done = halted ? [] : await run();
		for (const { index } of entries) outcomes[index] = halted ? fail(halted) : done[index];
		halted ??= haltOf(session, done);
	}
	return outcomes;
}

/** What would be sent, in the order in which it would go out; requests are numbered through. */
export function previewPhases(phases: readonly Phase[]): Array<Outcome<IDataObject> | undefined> {
	const outcomes: Array<Outcome<IDataObject> | undefined> = [];
	let sent = 0;
	for (const { entries, preview } of phases) {
		const previews = preview();
		let batches = 0;
		for (const { index } of entries) {
			const outcome = previews[index];
			if (!outcome?.ok) continue;
			const batch = Number(outcome.value.batch);
			batches = Math.max(batches, batch);
			outcomes[index] = succeed({ ...outcome.value, batch: sent + batch });
		}
		sent += batches;
	}
	return outcomes;
}

function haltOf(
	{ stopsOnFailure }: Session,
	outcomes: ReadonlyArray<Outcome<unknown> | undefined>,
): Failure | undefined {
	const failures = outcomes.flatMap((outcome) =>
		outcome === undefined || outcome.ok ? [] : [outcome.failure],
	);
	const ofRun = failures
		.map((failure) => failure.beyond ?? failure)
		.find(({ reach }) => reach === 'run');
	if (ofRun) return unsent(ofRun);
	return stopsOnFailure && failures.length > 0 ? notSent : undefined;
}

function worksOf<Change extends LimitChange, Value>(
	entries: ReadonlyArray<Entry<Change>>,
	callFor: (change: Change) => BatchCall<Change, Value>,
): Array<Work<Change, Value>> {
	const byCall = new Map<string, Array<Entry<Change>>>();
	for (const entry of entries) {
		const key = `${pairKey(entry.input.pair)} ${entry.input.action}`;
		const present = byCall.get(key);
		if (present) present.push(entry);
		else byCall.set(key, [entry]);
	}
	return [...byCall.values()].map((those) => ({ call: callFor(those[0].input), entries: those }));
}

function spread<Change, Value>(
	entries: ReadonlyArray<Entry<Change>>,
	outcomeOf: (entry: Entry<Change>) => Value,
): Value[] {
	const outcomes: Value[] = [];
	for (const entry of entries) outcomes[entry.index] = outcomeOf(entry);
	return outcomes;
}
