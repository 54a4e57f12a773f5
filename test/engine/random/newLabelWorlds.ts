import fc from 'fast-check';
import {
	CONTACT_CAR,
	CONTACT_COMPANY,
	CONTACT_CONTACT,
	NO_OBJECT,
	turned,
	type Pair,
} from './labelAccount';
import { rarely } from './rarely';
import { troubles, type Trouble } from './trouble';

export interface NewLabelRow {
	readonly pair: Pair;
	readonly label: string;
	readonly inverseLabel?: string;
	/** Whether the row gives its label an internal name. */
	readonly isNamed: boolean;
	/** What no label can be made of, whatever else the row says. */
	readonly mistake?: Readonly<Record<string, unknown>>;
}

export interface NewLabelWorld {
	readonly rows: readonly NewLabelRow[];
	/** Labels that two objects can have; they have one to three. */
	readonly labelsPerPair: number;
	readonly isDryRun: boolean;
	readonly trouble: Trouble;
}

/** Texts that the account has, that differ only in case, and that it has not. */
const TEXTS = [
	...['Decision Maker', 'Decided By', 'Manager', 'Report', 'Colleague', 'Driver'],
	...['boss', 'Boss', 'Owner', 'Owned', 'Friend', '2nd Contact'],
];

const DIRECTIONS = [
	...[CONTACT_COMPANY, CONTACT_COMPANY, turned(CONTACT_COMPANY)],
	...[CONTACT_CONTACT, CONTACT_CONTACT],
	...[CONTACT_CAR, turned(CONTACT_CAR), NO_OBJECT],
];

const MISTAKES = [
	{ label: ' ' },
	{ label: ['Owner'] },
	{ inverse: { text: 'Owned' } },
	{ name: 'with-hyphen' },
	{ name: '1st' },
	{ fromType: 'no such/object' },
	{ toType: '' },
];

function rowsOf(directions: readonly Pair[], texts: readonly string[]) {
	const row = fc.record<NewLabelRow>({
		pair: fc.constantFrom(...directions),
		label: fc.constantFrom(...texts),
		inverseLabel: fc.option(fc.constantFrom(...texts), { nil: undefined, freq: 2 }),
		isNamed: fc.nat({ max: 2 }).map((of) => of === 0),
		mistake: rarely(fc.constantFrom(...MISTAKES)),
	});
	return fc.array(row, { minLength: 1, maxLength: 8 });
}

/** Few objects and few texts in each world, so that rows get in each other's way. */
export const newLabelWorlds: fc.Arbitrary<NewLabelWorld> = fc
	.tuple(
		fc.subarray(DIRECTIONS, { minLength: 1, maxLength: 4 }),
		fc.subarray(TEXTS, { minLength: 3 }),
	)
	.chain(([directions, texts]) =>
		fc.record({
			rows: rowsOf(directions, texts),
			labelsPerPair: fc.constantFrom(50, 50, 2, 3, 4, 5, 6),
			isDryRun: fc.nat({ max: 7 }).map((of) => of === 0),
			trouble: troubles([]),
		}),
	)
	.map((world) => ({ ...world, trouble: withRoom(world.trouble, world.labelsPerPair) }));

function withRoom(trouble: Trouble, labelsPerPair: number): Trouble {
	return { ...trouble, behaviour: { ...trouble.behaviour, labelsPerPair } };
}
