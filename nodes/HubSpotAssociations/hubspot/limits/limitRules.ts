import { associationTypeKey } from '../model/associationTypes';
import { groupBy } from '../../lists';
import { invalidInput, type Failure } from '../../outcome';
import type { LimitWrite } from './limitChanges';
import type { Limit } from './limits';
import { describePair, type ObjectPair } from '../model/objectTypes';

/** A limit as it will be, and the item that sets it; one that only HubSpot has comes from none. */
interface Standing {
	readonly key: string;
	readonly label: string | null;
	readonly maximum: number;
	readonly item?: number;
}

/** A limit to set and the first item that sets it. */
export interface WantedLimit {
	readonly write: LimitWrite;
	readonly item: number;
}

/**
 * Finds the limits that HubSpot's rules forbid, before anything is sent: a label limit must
 * not exceed the object limit, and the two directions of one label between records of the same
 * object share one limit. Source: HubSpot's developer changelog on association limits.
 * @param kept the limits of the pair that stay in HubSpot
 * @param objectKey the key of the pair's unlabeled type, whose limit is the object limit
 * @returns why a limit is refused, by its item
 */
export function brokenRules(
	pair: ObjectPair,
	wanted: readonly WantedLimit[],
	kept: readonly Limit[],
	objectKey: string | undefined,
): Map<number, Failure> {
	const standings = standingsOf(wanted, kept);
	const object = standings.find(({ key }) => key === objectKey);
	const labels = standings.filter(({ key }) => key !== objectKey);
	const refused = new Map<number, Failure>();
	const refuse = (rule: string, advice: string, both: readonly Standing[]) => {
		const message = `${rule}, ${describePair(pair)}: ${both.map(describe).join(', but ')}`;
		for (const { item } of both) {
			if (item !== undefined) refused.set(item, invalidInput(message, advice));
		}
	};
	for (const label of labels) {
		if (object === undefined || label.maximum <= object.maximum) continue;
		refuse(
			'The limit of a label must not exceed the limit without a label',
			'Lower the first, or raise the second.',
			[label, object],
		);
	}
	for (const both of pair.from.key === pair.to.key ? unequalDirections(labels) : []) {
		refuse(
			'Both directions of a label share one limit',
			'Give them the same maximum, or keep only one item.',
			both,
		);
	}
	return refused;
}

function standingsOf(wanted: readonly WantedLimit[], kept: readonly Limit[]): Standing[] {
	const standings = new Map<string, Standing>();
	for (const limit of kept) {
		const key = associationTypeKey(limit);
		standings.set(key, { key, label: limit.label, maximum: limit.maxToObjectIds });
	}
	for (const { write, item } of wanted) {
		const key = associationTypeKey(write);
		standings.set(key, { key, label: write.label ?? null, maximum: write.maxToObjectIds, item });
	}
	return [...standings.values()];
}

/** Finds labels whose two directions would differ: types with the same label are its two directions. */
function unequalDirections(labels: readonly Standing[]): Standing[][] {
	const wanted = labels.filter(({ item, label }) => item !== undefined && label !== null);
	return [...groupBy(wanted, ({ label }) => label).values()].flatMap(differencesIn);
}

/** Pairs each standing with the first that differs from it: one reason is enough for a refusal. */
function differencesIn(alike: readonly Standing[]): Standing[][] {
	const [first] = alike;
	const other = alike.find(({ maximum }) => maximum !== first.maximum);
	if (other === undefined) return [];
	return alike.map((one) => [one.maximum === first.maximum ? other : first, one]);
}

function describe({ key, label, maximum, item }: Standing): string {
	const name = label === null ? key : `"${label}" (${key})`;
	const where = item === undefined ? 'HubSpot has' : `item ${item} sets`;
	return `${where} ${maximum} for ${name}`;
}
