/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../../simulator';
import type { NodeUnderTestRun } from '../../../tools/engine';
import type { Expected, Scenario, State } from './scenario';

/** A scenario and what became of it. */
export interface Played {
	readonly scenario: Scenario;
	readonly run: NodeUnderTestRun;
	readonly account: Account;
	/** The states of the account by key, before the run and after it. */
	readonly before: ReadonlyMap<string, State>;
	readonly after: ReadonlyMap<string, State>;
}

export function isAsWanted({ wanted, otherwise = [] }: Expected, state: State): boolean {
	return [wanted, ...otherwise].some((one) => isSame(state, one));
}

export function isSame(one: unknown, other: unknown): boolean {
	return isDeepStrictEqual(one, other);
}

export function show(value: unknown): string {
	return JSON.stringify(value);
}
