import {
	addDirections,
	directionsFor,
	directionsOf,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limitDirections';
import type { AssociationType } from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';
import { describePair } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { invalid, succeed } from '../../../nodes/HubSpotAssociations/outcome';

const DECIDER: AssociationType = { category: 'USER_DEFINED', typeId: 36 };

const inSchema = (typeId: number, fromId: string, toId: string) => ({
	typeId,
	fromId,
	toId,
	name: 'any',
});

it('adds the directions of the type IDs that are looked for, each once', () => {
	const directions = directionsFor([DECIDER]);
	const found = [
		inSchema(36, '0-1', '0-2'),
		inSchema(36, '0-2', '0-1'),
		inSchema(37, '0-1', '0-3'),
	];
	expect(addDirections(directions, [...found, found[0]]).map(describePair)).toEqual([
		'contacts → companies',
		'companies → contacts',
	]);
	expect(addDirections(directions, found)).toEqual([]);
});

it('keeps what is no object out of paths', () => {
	expect(addDirections(directionsFor([DECIDER]), [inSchema(36, '../0-1', '0-2')])).toEqual([]);
	expect(addDirections(directionsFor([DECIDER]), [inSchema(36, '0-1', 'a/b')])).toEqual([]);
});

it.each([
	['has the type', succeed([{ ...DECIDER, label: 'Decider' }]), ['contacts → companies']],
	['could not be read', invalid('Gone'), ['contacts → companies']],
	[
		'has it in another category',
		succeed([{ ...DECIDER, category: 'WORK' as const, label: null }]),
		[],
	],
	['has none', succeed([]), []],
])('a direction that %s', (_, labels, expected) => {
	const directions = directionsFor([DECIDER]);
	addDirections(directions, [inSchema(36, '0-1', '0-2')]);
	const read = new Map([['0-1>0-2', labels]]);
	expect(directionsOf(DECIDER, directions, read).map(describePair)).toEqual(expected);
});

it('has no direction of a type that was not looked for', () => {
	expect(directionsOf({ ...DECIDER, typeId: 1 }, directionsFor([DECIDER]), new Map())).toEqual([]);
});
