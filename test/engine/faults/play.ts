/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { seedAccount, type RecordedRequest, type Simulator } from '../../../simulator';
import { runNode, type NodeUnderTestRun } from '../../../tools/engine';
import { findSecrets } from '../secrets/findSecrets';
import { NODE_TYPE } from '../../../tools/project';
import { credentialsFor, type Access } from './access';
import type { FaultCase } from './faultCase';
import { holds, onlyReads, type Scenario } from './scenario';

/** What a run left behind, row by row; then what it did beside the rows. */
interface Rows {
	/** Whether a request that writes was about the row; for an operation that reads, any. */
	readonly isSent: boolean[];
	/** What came out for the row; a failed row has none. */
	readonly outputs: unknown[][];
	readonly failures: IDataObject[][];
	readonly before: unknown[];
	readonly after: unknown[];
}

export interface Played {
	readonly rows: Rows;
	readonly requests: readonly RecordedRequest[];
	/** Tokens that stand in the run, renewed ones too: there should be none. */
	readonly leaks: readonly string[];
}

export interface PlayOptions {
	/** Default: accessToken. */
	readonly access?: Access;
	/** Default: continue on the error output, so that each row shows what became of it. */
	readonly onError?: INode['onError'];
}

/** Requests one after the other, so that how many are sent never depends on the machine. */
const ONE_AT_A_TIME: INodeParameters = { maxConcurrency: 1, requestsPerTenSeconds: 10_000 };

/** Runs a scenario in the real engine; without a fault this is how it should end. */
export async function play(
	simulator: Simulator,
	scenario: Scenario,
	fault?: FaultCase,
	{ access = 'accessToken', onError = 'continueErrorOutput' }: PlayOptions = {},
): Promise<Played> {
	const { stateOf, items } = scenario;
	const outcomes = outcomesOf(scenario);
	prepare(simulator, scenario, fault);
	const states = () => outcomes.map((row) => stateOf?.(simulator.account, row));
	const before = states();
	const authentication = fault?.hasExpired ? 'oAuth2' : access;
	const { credentials, secrets } = credentialsFor(simulator, authentication, fault?.hasExpired);
	const { parameters, options, resource, operation } = scenario;
	const run = await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: {
			...parameters,
			resource,
			operation,
			authentication,
			options: { ...ONE_AT_A_TIME, ...options, ...fault?.options },
		},
		items: [...items],
		onError,
		credentials,
	});
	await untilAllEnded(simulator.requests);
	const isSent = outcomes.map((row) => isPartOf(simulator.requests, scenario, row));
	const rows = { ...outputsOf(run, scenario), before, after: states(), isSent };
	const leaks = findSecrets(run, [...secrets, ...renewedTokens(run)]);
	return { rows, requests: [...simulator.requests], leaks };
}

function prepare(simulator: Simulator, scenario: Scenario, fault?: FaultCase): void {
	simulator.refill({
		behaviour: { ...scenario.behaviour, ...fault?.behaviour },
		seed: (account) => {
			seedAccount(account);
			scenario.seed?.(account);
		},
	});
	fault?.arrange?.(simulator, scenario);
}

function renewedTokens({ workflowRun }: NodeUnderTestRun): string[] {
	const { oauthTokenData } = workflowRun.credentials.hubSpotAssociationsOAuth2Api ?? {};
	return oauthTokenData ? [String((oauthTokenData as IDataObject).access_token)] : [];
}

/** A change that HubSpot makes after the node's time-out counts, too. */
async function untilAllEnded(requests: readonly RecordedRequest[]): Promise<void> {
	while (requests.some(({ endedAt }) => endedAt === 0)) await sleep(20);
}

/** The indices of all outcomes of a run. */
function outcomesOf({ items, beside }: Scenario): number[] {
	return Array.from({ length: beside ? 2 * items.length : items.length }, (_, row) => row);
}

function outputsOf(run: NodeUnderTestRun, scenario: Scenario): Pick<Rows, 'outputs' | 'failures'> {
	const { assigned = [], beside } = scenario;
	const compared = (json: IDataObject) =>
		Object.fromEntries(Object.entries(json).filter(([name]) => !assigned.includes(name)));
	const isOf = (item: INodeExecutionData, row: number) =>
		beside ? beside.outcomeOf(item) === row : isDeepStrictEqual(item.pairedItem, { item: row });
	const jsonOf = (items: INodeExecutionData[], row: number) =>
		items.filter((item) => isOf(item, row)).map(({ json }) => json);
	const rows = outcomesOf(scenario);
	return {
		outputs: rows.map((row) => jsonOf(run.items, row).map(compared)),
		failures: rows.map((row) => jsonOf(run.errorItems, row)),
	};
}

function isPartOf(requests: readonly RecordedRequest[], scenario: Scenario, row: number): boolean {
	const { names, sentAs = names } = scenario;
	const name = sentAs[row];
	if (name === undefined) return false;
	return requests
		.filter((request) => onlyReads(scenario) || changesSomething(request))
		.some(({ path, body }) => path.endsWith(`/${name}`) || holds(body, name));
}

const MAY_BE_DONE = /may (still )?have made the change/;

const STATE_MARKS: Readonly<Record<string, string>> = { refused: '✗', notSent: '∅', unknown: '?' };

/** One mark a row, of what the node says held against what the account holds and a run without a fault gives. */
export function marksOf({ rows }: Played, { rows: wanted }: Played): string {
	return rows.after.map((_, row) => markOf(rows, wanted, row)).join('');
}

function markOf(rows: Rows, wanted: Rows, row: number): string {
	const isWanted = isDeepStrictEqual(rows.after[row], wanted.after[row]);
	const isUnchanged = isDeepStrictEqual(rows.after[row], rows.before[row]);
	const [failure, ...further] = rows.failures[row];
	if (failure === undefined) {
		if (!isDeepStrictEqual(rows.outputs[row], wanted.outputs[row])) return 'wrong item ';
		return isWanted ? '✓' : '≈';
	}
	if (further.length > 0 || rows.outputs[row].length > 0) return 'told twice ';
	const { state, retryable } = failure.error as IDataObject;
	const mark = `${STATE_MARKS[String(state)]}${retryable ? '⟳' : ''}`;
	if (state === 'unknown') return isWanted || isUnchanged ? mark : 'half done ';
	if (!isUnchanged) return 'done in secret ';
	if (state === 'notSent' && rows.isSent[row]) return 'sent in secret ';
	return MAY_BE_DONE.test(String(failure.message)) ? 'said to be open ' : mark;
}

/** Inputs of calls that change something, sent again although HubSpot had answered them. */
export function sentAgain(requests: readonly RecordedRequest[]): string[] {
	const answeredAt = new Map<string, number>();
	const again: string[] = [];
	for (const request of requests.filter(changesSomething)) {
		for (const input of inputsOf(request)) {
			const answered = answeredAt.get(input);
			if (answered !== undefined && answered < request.startedAt) again.push(input);
			if (isAnswered(request)) answeredAt.set(input, request.endedAt);
		}
	}
	return again;
}

function changesSomething({ method, path }: RecordedRequest): boolean {
	return method !== 'GET' && !/\/(batch\/read|search|token)$/.test(path);
}

function inputsOf({ method, path, body }: RecordedRequest): string[] {
	const inputs =
		typeof body === 'object' && body !== null && 'inputs' in body && Array.isArray(body.inputs)
			? (body.inputs as unknown[])
			: [body];
	return inputs.map((input) => `${method} ${path} ${JSON.stringify(input)}`);
}

function isAnswered({ status, responseBody }: RecordedRequest): boolean {
	return status === 204 || (status >= 200 && status < 300 && typeof responseBody === 'object');
}
