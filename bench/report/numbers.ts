/** Numbers as a person reads them. */

export function seconds(milliseconds: number): string {
	const value = milliseconds / 1_000;
	return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} s`;
}

export function count(value: number): string {
	return value.toLocaleString('en');
}

export function times(ratio: number): string {
	return `${ratio.toFixed(ratio < 10 ? 2 : 0)} times`;
}

export function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
