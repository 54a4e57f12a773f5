import { AssociationLedger } from '../../../nodes/HubSpotAssociations/hubspot/associations/associationLedger';

const BUYER = { category: 'USER_DEFINED', typeId: 8, label: 'Buyer' } as const;
const BUYER_KEY = 'USER_DEFINED:8';

function ledgerOf(object: number | undefined, buyers: number): AssociationLedger {
	const labels = new Map([[BUYER_KEY, { label: 'Buyer', maximum: buyers }]]);
	return new AssociationLedger({ object, labels });
}

it('knows the records that were entered, and judges no other', () => {
	const ledger = ledgerOf(1, 1);
	ledger.enter('1', []);
	expect([ledger.has('1'), ledger.has('2')]).toEqual([true, false]);
	expect(() => ledger.reachedBy('2', '5', [])).toThrow('Record 2 was never entered');
	expect(() => ledger.add('2', '5', [])).toThrow('Record 2 was never entered');
});

it('says whether rows of this run are among those that fill a limit', () => {
	const ledger = ledgerOf(2, 9);
	ledger.enter('1', [{ toId: '5', types: [] }]);
	ledger.enter('2', [
		{ toId: '5', types: [] },
		{ toId: '6', types: [] },
	]);
	ledger.add('1', '6', undefined);
	expect(ledger.reachedBy('1', '7', [])).toEqual({ maximum: 2, present: 2, includesRun: true });
	expect(ledger.reachedBy('2', '7', [])).toEqual({ maximum: 2, present: 2, includesRun: false });
});

it('leaves the labels of two records that are associated again without one', () => {
	const ledger = ledgerOf(undefined, 1);
	ledger.enter('1', [{ toId: '5', types: [BUYER] }]);
	ledger.add('1', '5', undefined);
	expect(ledger.reachedBy('1', '6', [BUYER_KEY])).toEqual({
		maximum: 1,
		present: 1,
		label: 'Buyer',
		includesRun: true,
	});
	ledger.add('1', '5', []);
	expect(ledger.reachedBy('1', '6', [BUYER_KEY])).toBeUndefined();
});

it('counts a record once that HubSpot lists twice, with the labels of both', () => {
	const ledger = ledgerOf(2, 1);
	ledger.enter('1', [
		{ toId: '5', types: [BUYER] },
		{ toId: '5', types: [] },
	]);
	expect(ledger.reachedBy('1', '6', [])).toBeUndefined();
	expect(ledger.reachedBy('1', '6', [BUYER_KEY])).toMatchObject({ present: 1, label: 'Buyer' });
});

it('makes room for what comes after a removal', () => {
	const ledger = ledgerOf(1, 1);
	ledger.enter('1', [{ toId: '5', types: [BUYER] }]);
	expect(ledger.reachedBy('1', '6', [BUYER_KEY])).toMatchObject({ maximum: 1, present: 1 });
	ledger.remove('1', '5');
	expect(ledger.reachedBy('1', '6', [BUYER_KEY])).toBeUndefined();
	ledger.remove('1', '9');
	ledger.add('1', '6', [BUYER_KEY]);
	expect(ledger.reachedBy('1', '7', [BUYER_KEY])).toMatchObject({ maximum: 1, present: 1 });
});
