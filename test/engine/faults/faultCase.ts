import type { INodeParameters } from 'n8n-workflow';
import type { BehaviourOptions, Fault, FaultKind, Simulator } from '../../simulator';
import { callsAbout, type Scenario } from './scenario';

/** What became of a row, by what the node says and what the account holds. */
export const MARKS = {
	'✓': 'done, and the account holds it',
	'✗': 'refused with the reason, and the account is as it was',
	'?': 'refused with the words that HubSpot may have made the change: the answer was lost',
	'≈': 'called done, but was not: HubSpot’s answer to a removal names no input, so nobody can tell',
	'–': 'the fault cannot meet this call',
} as const;

export type Mark = keyof typeof MARKS;

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
	arrange?(simulator: Simulator, scenario: Scenario): void;
	/** One mark a row; undefined where the fault cannot meet the scenario's call. */
	expected(scenario: Scenario): string | undefined;
}

export const ALL_DONE = '✓✓✓✓';
export const NONE_DONE = '✗✗✗✗';
export const ALL_OPEN = '????';

export const FOR_GOOD = { times: Infinity };

export function allDone(): string {
	return ALL_DONE;
}

export function noneDone(): string {
	return NONE_DONE;
}

/** Whether the call under fault changes nothing, so that a lost answer hides no change. */
export function isRead({ target: { method, path } }: Scenario): boolean {
	return method === 'GET' || /read|search/.test(path.source);
}

export function openUnlessRead(scenario: Scenario): string {
	return isRead(scenario) ? NONE_DONE : ALL_OPEN;
}

/** Some rows with a mark, the others done. */
export function marked(rows: readonly number[], mark: Mark = '✗'): string {
	return [0, 1, 2, 3].map((row) => (rows.includes(row) ? mark : '✓')).join('');
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
