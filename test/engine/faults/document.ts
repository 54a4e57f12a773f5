import { MARKS } from './faultCase';
import { FAULTS, SCENARIOS, type Cell, type FaultTable } from './faultTable';
import { titleOf, type Scenario } from './scenario';

const HEAD = `# Faults, and what the node does

Made by \`test/engine/faults/faults.test.ts\`, which runs the node in n8n's engine against the simulator
and fails when this file says anything else. \`npm run docs:faults\` writes it again.

Each operation runs with four rows under each fault, one request at a time, with the node set to
continue. Six things are held against the account as it is afterwards: no row is lost, no row is done
that is called refused or not sent, none is called not sent that was part of a request that writes,
none is called done that is not, nothing that HubSpot has answered is sent again, and no row is
blamed for another's ids.
`;

const MARKS_READ = `One mark for each of the four rows, or two where it is retryable, then the number of requests of the
run. A sync with Delete
Unlisted has eight marks: first the four limits whose call meets the fault, then the other four of
the same run.
`;

/** The fault table as the project's documentation shows it. */
export function faultDocument(table: FaultTable): string {
	const sections = [
		HEAD,
		'## What the node does\n',
		tableOf(
			['Fault', 'What the node does'],
			FAULTS.map(({ title, does }) => [title, does]),
		),
		'## What happens to the rows\n',
		MARKS_READ,
		`${Object.entries(MARKS)
			.map(([mark, meaning]) => `- \`${mark}\` ${meaning}`)
			.join('\n')}\n`,
		...resources().map((resource) => sectionOf(resource, table)),
	];
	return sections.join('\n');
}

function resources(): string[] {
	return [...new Set(SCENARIOS.map(({ resource }) => resource))];
}

function sectionOf(resource: string, table: FaultTable): string {
	const scenarios = SCENARIOS.filter((scenario) => scenario.resource === resource);
	const legend = scenarios.map((scenario, index) => `${index + 1}. ${titleOf(scenario)}`);
	const header = ['Fault', ...scenarios.map((_, index) => String(index + 1))];
	const rows = FAULTS.map((fault) => [
		fault.title,
		...scenarios.map((scenario) => shown(table.get(titleOf(scenario))?.get(fault.title))),
	]);
	const notes = scenarios.flatMap(notesOf);
	return [
		`### ${resource}\n`,
		`${legend.join('\n')}\n`,
		tableOf(header, rows),
		...(notes.length > 0 ? [`Different from the rest:\n`, `${notes.join('\n')}\n`] : []),
	].join('\n');
}

function shown(cell: Cell | undefined): string {
	return cell ? `${cell.marks} ${cell.requests}` : '–';
}

function notesOf(scenario: Scenario): string[] {
	return Object.entries(scenario.exceptions ?? {}).map(
		([fault, { why }]) => `- ${titleOf(scenario)}, ${fault}: ${why}.`,
	);
}

/** A Markdown table with columns of even width, as prettier writes it. */
function tableOf(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const widths = header.map((_, column) =>
		Math.max(3, ...[header, ...rows].map((row) => row[column].length)),
	);
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return `${[line(header), rule, ...rows.map(line)].join('\n')}\n`;
}
