import * as fc from 'fast-check';
import { AssociationLedger } from '../../../nodes/HubSpotAssociations/hubspot/associations/associationLedger';
import { associationTypeKey } from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';
import { limitRulesOf } from '../../../nodes/HubSpotAssociations/hubspot/associations/recordLimits';
import { Account, seedAccount } from '../../../simulator';

/** The labels of the simulator's account from contacts to companies, and the unlabeled type. */
const UNLABELED = { category: 'HUBSPOT_DEFINED', typeId: 279 } as const;
const LABELED = [
	{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
	{ category: 'USER_DEFINED', typeId: 36, label: 'Decision Maker' },
	{ category: 'USER_DEFINED', typeId: 38, label: 'Billing Contact' },
] as const;
const TYPES = [{ ...UNLABELED, label: null }, ...LABELED];

const maximum = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const row = fc.record({
	from: fc.integer({ min: 1001, max: 1002 }),
	to: fc.integer({ min: 5001, max: 5005 }),
	labels: fc.uniqueArray(fc.constantFrom(...LABELED), { maxLength: 2 }),
});

it('judges any run of associations as the account does', () => {
	const limits = fc.tuple(maximum, maximum, maximum, maximum);
	fc.assert(
		fc.property(limits, fc.array(row), fc.array(row), (maximums, before, rows) => {
			const account = new Account();
			seedAccount(account);
			const set = TYPES.flatMap((type, index) => {
				const maxToObjectIds = maximums[index];
				return maxToObjectIds === undefined ? [] : [{ ...type, maxToObjectIds }];
			});
			for (const { category, typeId, maxToObjectIds } of set) {
				account.setLimit('contacts', 'companies', category, typeId, maxToObjectIds);
			}
			for (const { from, to, labels } of before) apply(account, from, to, labels);
			const ledger = new AssociationLedger(limitRulesOf(set, TYPES));
			for (const id of ['1001', '1002']) ledger.enter(id, associatedWith(account, id));
			for (const { from, to, labels } of rows) {
				const keys = labels.map(associationTypeKey);
				const reached = ledger.reachedBy(String(from), String(to), keys);
				const exceeded = judge(account, from, to, labels);
				expect(reached?.maximum).toBe(exceeded?.maximum);
				expect(reached?.label).toBe(exceeded?.definition.label ?? undefined);
				if (reached) continue;
				ledger.add(String(from), String(to), labels.length > 0 ? keys : undefined);
				apply(account, from, to, labels);
			}
		}),
	);
});

type Labels = ReadonlyArray<(typeof LABELED)[number]>;

function apply(account: Account, from: number, to: number, labels: Labels): void {
	const present = account
		.associations('contacts', 'companies')
		.find((one) => one.fromObjectId === String(from) && one.toObjectId === String(to));
	const names = labels.map(({ label }) => label);
	const kept = labels.length === 0 ? (present?.labels ?? []) : names;
	account.associate('contacts', 'companies', String(from), String(to), [...kept]);
}

function judge(account: Account, from: number, to: number, labels: Labels) {
	const definition = (type: { category: 'HUBSPOT_DEFINED' | 'USER_DEFINED'; typeId: number }) =>
		account.definition('contacts', 'companies', type.category, type.typeId);
	const unlabeled = definition(UNLABELED);
	const present = account.store.of(unlabeled.from, unlabeled.to, String(from)).get(String(to));
	const wanted = labels.length === 0 ? (present ?? []) : labels.map(definition);
	return account.limits.exceededBy(unlabeled, String(from), String(to), present, wanted);
}

function associatedWith(account: Account, id: string) {
	return account
		.associations('contacts', 'companies')
		.filter((one) => one.fromObjectId === id)
		.map(({ toObjectId, labels }) => ({
			toId: toObjectId,
			types: TYPES.filter(({ label }) => label === null || labels.includes(label)),
		}));
}
