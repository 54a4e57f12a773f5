import type { Account, AssociationView } from '../simulator';
import type { RowOutcome, SpreadsheetRow } from './outcomes';

/** The limit that the workflow sets: companies of one contact. */
const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 3 } as const;

/** The lines of the spreadsheet that are wrong on purpose, and a word that the reason must hold. */
export const WRONG_LINES: ReadonlyMap<number, string> = new Map([
	[19, "'From Record ID' is empty"],
	[44, 'C-1041'],
	[60, 'Signer'],
	[70, "'To Record ID' is empty"],
	[87, '5O40'],
	[102, '1999'],
	[131, '5999'],
	[139, '1.13E+03'],
	[155, 'companies'],
	[179, '1998'],
	[213, 'limit'],
]);

/**
 * Holds a run against what the spreadsheet asks for, worked out from its rows and the account alone.
 * @returns what is not as it must be; empty when all is well
 */
export function deviations(outcomes: readonly RowOutcome[], account: Account): string[] {
	return [
		...outcomes.flatMap(refusalDeviation),
		...associationDeviations(outcomes, account),
		...limitDeviations(account),
	];
}

function refusalDeviation({ line, result }: RowOutcome): string[] {
	const word = WRONG_LINES.get(line);
	if (result.kind === 'made') {
		return word === undefined ? [] : [`line ${line} is wrong and was not refused`];
	}
	if (word === undefined) return [`line ${line} is right and was refused: ${result.reason}`];
	return result.reason.includes(word)
		? []
		: [`line ${line} was refused without naming "${word}": ${result.reason}`];
}

function associationDeviations(outcomes: readonly RowOutcome[], account: Account): string[] {
	const rows = outcomes.filter(({ line }) => !WRONG_LINES.has(line)).map(({ row }) => row);
	const wanted = wantedAssociations(rows);
	const present = new Map(
		account.associations('contacts', 'companies').map((one) => [keyOf(one), labelsOf(one)]),
	);
	const missing = [...wanted].flatMap(([pair, labels]) => {
		const found = present.get(pair);
		if (found === labels) return [];
		return [
			`${pair} must have ${labels}, but ${found === undefined ? 'is not there' : `has ${found}`}`,
		];
	});
	const surplus = [...present.keys()].filter((pair) => !wanted.has(pair));
	return [...missing, ...surplus.map((pair) => `${pair} was not asked for`)];
}

function wantedAssociations(rows: readonly SpreadsheetRow[]): Map<string, string> {
	const wanted = new Map<string, AssociationView>();
	for (const { contact_id: contact, company_id: company, role } of rows) {
		const asked = {
			fromObjectId: recordIdIn(contact),
			toObjectId: recordIdIn(company),
			labels: role ? role.split(', ') : [],
		};
		const labels = [...(wanted.get(keyOf(asked))?.labels ?? []), ...asked.labels];
		wanted.set(keyOf(asked), { ...asked, labels });
	}
	return new Map([...wanted].map(([pair, association]) => [pair, labelsOf(association)]));
}

/** The digits at the end: a plain id, or the last part of a record's address. */
function recordIdIn(text = ''): string {
	return /\d+$/.exec(text.trim())?.[0] ?? '';
}

function keyOf({ fromObjectId, toObjectId }: AssociationView): string {
	return `contact ${fromObjectId} → company ${toObjectId}`;
}

function labelsOf({ labels }: AssociationView): string {
	return labels.length === 0 ? 'no label' : [...new Set(labels)].sort().join(', ');
}

function limitDeviations(account: Account): string[] {
	const isSet = account
		.limitList()
		.some(
			({ fromObjectTypeId, toObjectTypeId, category, typeId, maxToObjectIds }) =>
				fromObjectTypeId === '0-1' &&
				toObjectTypeId === '0-2' &&
				category === LIMIT.category &&
				typeId === LIMIT.typeId &&
				maxToObjectIds === LIMIT.maxToObjectIds,
		);
	return isSet ? [] : [`the limit of ${LIMIT.maxToObjectIds} companies a contact is not set`];
}
