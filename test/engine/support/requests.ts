import type { Simulator } from '../../../simulator';

/** What the simulator was asked, in order of arrival: "POST /path". */
export function requestLines({ requests }: Pick<Simulator, 'requests'>): string[] {
	return requests.map(({ method, path }) => `${method} ${path}`);
}
