import fc from 'fast-check';
import { NO_TYPES, TYPES, type LabelType } from './labelTypes';
import { rarely } from './rarely';
import { troubles, type Trouble } from './trouble';

export interface LabelChangeRow {
	readonly type: LabelType;
	/** How the row names it; a type without a label has no name, and CATEGORY:typeId stands for it. */
	readonly spelling: 'type' | 'typeId' | 'name';
	/** The new texts of an update. */
	readonly label?: string;
	readonly inverseLabel?: string;
	/** What cannot be valid, whatever else the row says. */
	readonly mistake?: Readonly<Record<string, unknown>>;
}

export interface LabelChangeWorld {
	readonly operation: 'update' | 'delete' | 'getAll';
	readonly rows: readonly LabelChangeRow[];
	readonly isDryRun: boolean;
	readonly trouble: Trouble;
}

const OBJECT_MISTAKES = [{ fromType: 'no such/object' }, { toType: '' }];

const MISTAKES = [...OBJECT_MISTAKES, { type: '' }, { type: 'NO_CATEGORY:5' }, { type: ['36'] }];

const UPDATE_MISTAKES = [...MISTAKES, { label: ['Lead'] }, { inverse: { text: 'Led' } }];

type Text = string | undefined;

/** Most rows of a type agree; where they do not, all of them are refused. */
function mostly(often: Text, ...seldom: Text[]): fc.Arbitrary<Text> {
	return fc.oneof(
		{ weight: 8, arbitrary: fc.constant(often) },
		{ weight: 1, arbitrary: fc.constantFrom(...seldom) },
	);
}

/** What HubSpot makes of another inverse for a label that has one type only is unknown. */
function textsOf({ typeId, label }: LabelType) {
	const text = `Lead ${typeId}`;
	if (label && label.typeId === label.inverseTypeId) {
		return fc.record({ label: mostly(text, 'Boss') });
	}
	const isPaired = typeId % 3 > 0;
	return fc.record({
		label: mostly(text, 'Boss', undefined),
		inverseLabel: isPaired ? mostly('Led', undefined) : mostly(undefined, 'Led'),
	});
}

function rowsOf(operation: LabelChangeWorld['operation'], types: readonly LabelType[]) {
	const mistakes = { update: UPDATE_MISTAKES, delete: MISTAKES, getAll: OBJECT_MISTAKES };
	const row = fc.constantFrom(...types).chain((type) =>
		fc
			.record({
				spelling: fc.constantFrom<LabelChangeRow['spelling']>('type', 'type', 'typeId', 'name'),
				texts: operation === 'update' ? textsOf(type) : fc.constant({}),
				mistake: rarely(fc.constantFrom(...mistakes[operation])),
			})
			.map(({ texts, ...rest }): LabelChangeRow => ({ type, ...rest, ...texts })),
	);
	return fc.array(row, { minLength: 1, maxLength: 8 });
}

const OWN = TYPES.filter(({ label }) => label !== undefined);

/** Few types in each world, so that rows get in each other's way. */
const someTypes = fc
	.tuple(
		fc.subarray(OWN, { minLength: 1, maxLength: 5 }),
		fc.subarray([...TYPES, ...NO_TYPES], { maxLength: 2 }),
	)
	.map(([own, any]) => [...own, ...own, ...any]);

export const labelChangeWorlds: fc.Arbitrary<LabelChangeWorld> = fc
	.tuple(
		fc.constantFrom<LabelChangeWorld['operation'][]>(
			'update',
			'update',
			'delete',
			'delete',
			'getAll',
		),
		someTypes,
	)
	.chain(([operation, types]) =>
		fc.record<LabelChangeWorld>({
			operation: fc.constant(operation),
			rows: rowsOf(operation, types),
			isDryRun:
				operation === 'getAll' ? fc.constant(false) : fc.nat({ max: 7 }).map((of) => of === 0),
			trouble: troubles([]),
		}),
	);
