import type { INodeParameters } from 'n8n-workflow';
import type { BehaviourOptions, Fault, FaultKind, Simulator } from '../../../simulator';
import { ALL_ROWS, callsAbout, onlyReads, type Scenario } from './scenario';

/** What happened to a row, by what the node says and what the account holds. */
export const MARKS = {
	'✓': 'done, and the account holds it',
	'✗': '`refused`: HubSpot said no, and the account is as it was',
	'∅': '`notSent`: the row was part of no request that writes, and the account is as it was',
	'?': '`unknown`: the answer was lost or leaves it open, and HubSpot may still have made the change',
	'⟳': 'after one of these three: `retryable`, the same row may succeed when it is run again',
	'≈': 'called done, but was not: HubSpot’s answer to a removal names no input, so nobody can tell',
	'–': 'the fault cannot meet this call',
} as const;

/** What becomes of a row; a failure that is retryable has two marks. */
export type Mark = '✓' | '≈' | `${'✗' | '∅' | '?'}${'' | '⟳'}`;

/** Something that goes wrong, and what must become of the four rows of any scenario. */
export interface FaultCase {
	readonly title: string;
	/** What the node does, for the table's readers. */
	readonly does: string;
	readonly behaviour?: BehaviourOptions;
	readonly options?: INodeParameters;
	/** The OAuth2 credential's token has expired when the run starts. */
	readonly hasExpired?: true;
	/** Nothing more is sent to HubSpot in this run. */
	readonly stopsRun?: true;
	/** What the rows are that a fault which stops the run keeps from being sent. Default: '∅'. */
	readonly unsentMark?: Mark;
	arrange?(simulator: Simulator, scenario: Scenario): void;
	/** One mark a row; undefined where the fault cannot meet the scenario's call. */
	expected(scenario: Scenario): string | undefined;
}

export const ALL_DONE = all('✓');

export function all(mark: Mark): string {
	return mark.repeat(4);
}

/** One call ends so, and what would be sent after it otherwise. */
export function oneThen({ shape }: Scenario, mark: Mark, rest: Mark): string {
	return shape === 'each' ? mark + rest.repeat(3) : all(mark);
}

export const FOR_GOOD = { times: Infinity };

export function allDone(): string {
	return ALL_DONE;
}

/** Whether the call under fault changes nothing, so that a lost answer hides no change. */
export function isRead({ target: { method, path } }: Scenario): boolean {
	return method === 'GET' || /read|search/.test(path.source);
}

/** What a row is whose answer was lost: one that was to be written after a read was not sent. */
export function lostMark(scenario: Scenario): Mark {
	return isRead(scenario) && !onlyReads(scenario) ? '∅⟳' : '?⟳';
}

export function allLost(scenario: Scenario): string {
	return all(lostMark(scenario));
}

/** As where nothing was changed, but for rows that are read back and found done. */
export function leftOpen(scenario: Scenario, notReadBack: readonly number[] = []): string {
	const { readBackRows = [] } = scenario;
	const found = readBackRows.filter((row) => !notReadBack.includes(row));
	return ALL_ROWS.map((row) => (found.includes(row) ? '✓' : lostMark(scenario))).join('');
}

export function lostAfterChange(scenario: Scenario): string {
	return leftOpen(scenario, scenario.repeatedRows);
}

/** Some rows with a mark, the others done. */
export function marked(rows: readonly number[], mark: Mark = '✗'): string {
	return ALL_ROWS.map((row) => (rows.includes(row) ? mark : '✓')).join('');
}

/** The fault meets every call of the kind that the scenario is about. */
export function onTarget(kind: FaultKind, further: Partial<Fault> = {}) {
	return (simulator: Simulator, { target }: Scenario): void =>
		simulator.faults.add({ ...target, ...further, fault: kind });
}

export function onStatus(status: number, further: Partial<Fault> = {}) {
	return onTarget({ kind: 'status', status }, further);
}

/** 400 for every request that holds one of the rows. */
export function onGuilty(rows: readonly number[]) {
	return (simulator: Simulator, scenario: Scenario): void =>
		simulator.faults.add({
			...callsAbout(scenario, rows),
			...FOR_GOOD,
			fault: { kind: 'status', status: 400 },
		});
}

export function namesOf({ names }: Scenario, rows: readonly number[]): string[] {
	return rows.map((row) => names[row]);
}
