/** How the tests of one file ended in one version. */
export interface FileResults {
	readonly file: string;
	readonly passed: number;
	/** A text for each test that failed. */
	readonly failures: readonly string[];
}

export interface VersionResults {
	readonly version: string;
	readonly files: readonly FileResults[];
}

export function countsOf(results: readonly VersionResults[]): { passed: number; failed: number } {
	const files = results.flatMap((one) => one.files);
	return {
		passed: files.reduce((sum, { passed }) => sum + passed, 0),
		failed: files.reduce((sum, { failures }) => sum + failures.length, 0),
	};
}

export function failuresOf({ files }: VersionResults): string {
	return files
		.flatMap(({ file, failures }) => failures.map((failure) => `\n\n${file}: ${failure}`))
		.join('');
}

/** Makes a line for each file and a column for each version: the tests that passed, or of how many. */
export function tableOf(results: readonly VersionResults[]): string {
	const names = [...new Set(results.flatMap(({ files }) => files.map(({ file }) => file)))].sort();
	const rows = names.map((name) => [name, ...results.map((one) => cellOf(one, name))]);
	const table = [['', ...results.map(({ version }) => version)], ...rows];
	const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
	return table
		.map(([name, ...cells]) =>
			[
				name.padEnd(widths[0]),
				...cells.map((cell, index) => cell.padStart(widths[index + 1])),
			].join('  '),
		)
		.join('\n');
}

function cellOf({ files }: VersionResults, name: string): string {
	const found = files.find(({ file }) => file === name);
	if (!found) return 'did not run';
	const { passed, failures } = found;
	return failures.length === 0 ? `${passed}` : `${passed} of ${passed + failures.length}`;
}
