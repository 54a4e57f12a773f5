/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { leaksIn } from '../secrets/leaks';
import { faultDocument } from './document';
import { all, ALL_DONE, type FaultCase } from './faultCase';
import { FAULTS, playAll, SCENARIOS, type FaultTable } from './faultTable';
import { titleOf, type Scenario } from './scenario';

const DOCUMENT = join(__dirname, '../../../docs/faults.md');

/** `npm run docs:faults` sets it. */
const WRITES_DOCUMENT = process.env.FAULT_TABLE === 'write';

const FOUR_MINUTES_MS = 240_000;

let table: FaultTable;

beforeAll(async () => {
	table = await playAll();
}, FOUR_MINUTES_MS);

const scenarios = SCENARIOS.map((scenario) => [titleOf(scenario), scenario] as const);

it('has a scenario for every operation of the node', () => {
	const operations = RESOURCES.flatMap(({ option, operations: those }) =>
		those.map((operation) => `${option.value} ${operation.option.value}`),
	);
	const played = SCENARIOS.map(({ resource, operation }) => `${resource} ${operation}`);
	expect([...new Set(played)].sort()).toEqual(operations.sort());
});

describe.each(scenarios)('%s', (title, scenario) => {
	const cells = () => [...(table.get(title) ?? [])];

	it('gives every row the right outcome under every fault', () => {
		const seen = cells().map(([fault, { marks }]) => [fault, marks]);
		expect(Object.fromEntries(seen)).toEqual(expectedMarks(scenario));
	});

	it('sends nothing again that HubSpot has answered', () => {
		const again = cells().filter(([, cell]) => cell.sentAgain.length > 0);
		expect(again.map(([fault, { sentAgain }]) => [fault, sentAgain])).toEqual([]);
	});

	it('blames a row with its own ids', () => {
		const { names, items } = scenario;
		const foreign = cells().flatMap(([fault, cell]) =>
			cell.failures.flatMap((failures, row) => {
				const text = JSON.stringify(failures.map(({ error }) => error));
				const others = names.filter((name, other) => other !== row && text.includes(`"${name}"`));
				return others.length > 0 ? [{ fault, row, item: items[row], others }] : [];
			}),
		);
		expect(foreign).toEqual([]);
	});
});

it('shows no token in any item, message, hint, log line or run record', () => {
	expect(leaksIn(table)).toEqual([]);
});

it('is told in docs/faults.md; npm run docs:faults writes it anew', () => {
	const document = faultDocument(table);
	if (WRITES_DOCUMENT) writeFileSync(DOCUMENT, document);
	expect(readFileSync(DOCUMENT, 'utf8')).toBe(document);
});

function expectedMarks(scenario: Scenario): Record<string, string> {
	const expected = FAULTS.flatMap((fault) => {
		const marks = scenario.exceptions?.[fault.title]?.marks ?? fault.expected(scenario);
		return marks === undefined ? [] : [[fault.title, marks + marksBeside(scenario, fault)]];
	});
	return Object.fromEntries(expected) as Record<string, string>;
}

function marksBeside({ beside }: Scenario, { stopsRun, unsentMark = '∅' }: FaultCase): string {
	if (!beside) return '';
	return stopsRun && beside.isSentAfter ? all(unsentMark) : ALL_DONE;
}
