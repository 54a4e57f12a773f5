import type { AssociationLabel } from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import {
	NAMED_TYPES,
	otherSideByName,
	otherSideOf,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/otherSides';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const ONE = objectPair('contacts', 'contacts');

const label = (typeId: number, text: string | null): AssociationLabel => ({
	category: 'USER_DEFINED',
	typeId,
	label: text,
});
const primary: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' };
const [maker, payer, lead] = [label(1, 'Maker'), label(3, 'Payer'), label(5, 'Lead')];
const [made, payerToo, led] = [label(2, 'Made'), label(4, 'Payer'), label(6, 'Led')];

describe('the other side of a label by the labels of both directions', () => {
	it.each([
		['one that reads alike', payer, [maker, payer, lead], [made, payerToo, led], payerToo],
		[
			'the only two that do not',
			maker,
			[primary, label(9, null), maker, payer],
			[made, payerToo],
			made,
		],
		['two that may be it', maker, [maker, lead], [made, led], undefined],
		['two that read alike', payer, [payer], [payerToo, label(7, 'Payer')], undefined],
		['none', maker, [maker], [primary, label(9, null)], undefined],
	])('%s', (_, type, forward, reverse, other) => {
		expect(otherSideOf(type, PAIR, forward, reverse)).toBe(other);
	});

	it('is open between records of one object, unless there is one label only', () => {
		expect(otherSideOf(maker, ONE, [maker, made], [maker, made])).toBeUndefined();
		expect(otherSideOf(maker, ONE, [maker, primary], [maker, primary])).toBe(maker);
	});
});

describe('the other side of a label by its internal name', () => {
	const named = (typeId: number, name: string, fromId = '0-1', toId = '0-2') => ({
		typeId,
		name,
		fromId,
		toId,
	});
	const both = (typeId: number, otherId: number, name: string) => [
		named(typeId, name),
		named(otherId, name, '0-2', '0-1'),
	];
	const NAMES = [
		...both(1, 2, 'maker'),
		...both(5, 6, 'lead'),
		...both(9, 10, 'contact_to_company'),
	];

	it('has the same name', () => {
		expect(otherSideByName(lead, PAIR, [primary, made, led], NAMES)).toBe(led);
	});

	it('is unknown where the label is not listed yet, or listed twice', () => {
		expect(otherSideByName(payer, PAIR, [made, led], NAMES)).toBeUndefined();
		expect(otherSideByName(maker, PAIR, [made], [...NAMES, named(1, 'other')])).toBeUndefined();
		expect(otherSideByName(maker, PAIR, [label(9, null)], NAMES)).toBeUndefined();
	});

	it('is the label itself where it is alone between records of one object', () => {
		const own = [
			named(1, 'maker', '0-1', '0-1'),
			named(2, 'maker', '0-1', '0-1'),
			named(3, 'payer', '0-1', '0-1'),
		];
		expect(otherSideByName(maker, ONE, [maker, made, payer], own)).toBe(made);
		expect(otherSideByName(payer, ONE, [maker, made, payer], own)).toBe(payer);
	});

	it('is read from the schema of the first object; what is incomplete is left out', () => {
		expect(NAMED_TYPES.request('v4', PAIR)).toEqual({
			method: 'GET',
			path: '/crm-object-schemas/v3/schemas/contacts',
			listName: 'associations',
		});
		const full = { id: '36', fromObjectTypeId: '0-1', toObjectTypeId: '0-2', name: 'maker' };
		const associations = [full, { ...full, name: null }, { ...full, toObjectTypeId: undefined }];
		expect(NAMED_TYPES.parse(answer(200, { associations }))).toEqual([named(36, 'maker')]);
		expect(NAMED_TYPES.parse(answer(200, ''))).toEqual([]);
	});
});
