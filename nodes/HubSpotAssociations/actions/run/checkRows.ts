import { succeed, type Outcome } from '../../outcome';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import {
	identityOf,
	isCertain,
	MOST_IN_DOUBT,
	pairsInDoubt,
} from '../../hubspot/labels/pairIdentity';
import { readLabels } from './labelLookup';
import { stopAtInvalidRow } from './failures';
import type { Session } from './session';

/**
 * Gives all rows of one pair of objects one key, however they spell the objects: as two groups they
 * would undo each other. It asks HubSpot only where two spellings in the run may name one pair, and
 * then for the labels of each; rows that stay unclear are refused.
 * @throws NodeOperationError or NodeApiError when the node is set to stop and a row is refused
 */
export async function checkRows<Row extends { readonly pair?: ObjectPair }>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
): Promise<ReadonlyArray<Outcome<Row>>> {
	stopAtInvalidRow(session, rows);
	const spelled = new Set<ObjectPair>();
	for (const row of rows) if (row.ok && row.value.pair) spelled.add(row.value.pair);
	const identities = await identify(session, spelled);
	if (identities.size === 0) return rows;
	const checked = rows.map((row) => {
		const pair = row.ok && row.value.pair ? identities.get(row.value.pair) : undefined;
		if (!row.ok || pair === undefined) return row;
		return pair.ok ? succeed({ ...row.value, pair: pair.value }) : pair;
	});
	stopAtInvalidRow(session, checked);
	return checked;
}

/** Resolves the pairs that their spelling alone does not identify, as far as that matters. */
async function identify(
	session: Session,
	spelled: ReadonlySet<ObjectPair>,
): Promise<Map<ObjectPair, Outcome<ObjectPair>>> {
	const distinct = new Map([...spelled].map((pair) => [pairKey(pair), pair]));
	const doubtful = pairsInDoubt([...distinct.values()]);
	const identities = new Map<ObjectPair, Outcome<ObjectPair>>();
	if (doubtful.length === 0) return identities;
	const labels = await readLabels(session, doubtful.length > MOST_IN_DOUBT ? [] : doubtful);
	const isDoubtful = new Set(doubtful);
	for (const pair of spelled) {
		const first = distinct.get(pairKey(pair));
		if (first === undefined || isCertain(pair) || !isDoubtful.has(first)) continue;
		const identity = identityOf(first, doubtful, labels);
		identities.set(pair, identity.ok ? succeed(withIdentity(pair, identity.value)) : identity);
	}
	return identities;
}

/** Keeps the spelling, which the items show. */
function withIdentity({ from, to }: ObjectPair, identity: ObjectPair): ObjectPair {
	return {
		from: { ...identity.from, spelling: from.spelling },
		to: { ...identity.to, spelling: to.spelling },
	};
}
