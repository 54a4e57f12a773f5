import fc from 'fast-check';
import { planPair } from '../../../nodes/HubSpotAssociations/actions/associationLimit/pairPlan';
import { associationTypeKey } from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';
import type { Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { countOf } from '../../counts';

const pair = { from: parseObjectType('contacts')!, to: parseObjectType('companies')! };

/** Type 1 is the unlabeled one, whose limit is the object limit. */
const labels = [1, 2, 3, 4].map((typeId) => ({
	category: 'USER_DEFINED' as const,
	typeId,
	label: typeId === 1 ? null : `Label ${typeId}`,
}));

type Maximums = ReadonlyArray<number | undefined>;

function limitsOf(maximums: Maximums): Limit[] {
	return maximums.flatMap((maxToObjectIds, index) =>
		maxToObjectIds === undefined ? [] : [{ ...labels[index], maxToObjectIds }],
	);
}

function entriesOf(maximums: Maximums) {
	return limitsOf(maximums).map(({ category, typeId, maxToObjectIds }, row) => ({
		input: { pair, category, typeId, maxToObjectIds },
		rows: [row],
	}));
}

function plan(wanted: Maximums, held: Maximums, deletes = false) {
	const entries = entriesOf(wanted);
	const planned = planPair(pair, entries, { limits: limitsOf(held), labels }, deletes);
	return { entries, planned };
}

function typeIds(entries: ReadonlyArray<ReturnType<typeof entriesOf>[number]>): number[] {
	return entries.map(({ input }) => input.typeId);
}

it('says of each limit what is to do, with the label and the maximum before', () => {
	const { planned } = plan([9, 8, 7], [undefined, 8, 6, 5], true);
	expect(planned.writes.map(({ write }) => write)).toMatchObject([
		{ typeId: 1, action: 'created', previousMaxToObjectIds: null, label: null },
		{ typeId: 2, action: 'unchanged', previousMaxToObjectIds: 8, label: 'Label 2' },
		{ typeId: 3, action: 'updated', previousMaxToObjectIds: 6, label: 'Label 3' },
	]);
	expect(planned.deletions).toMatchObject([
		{ typeId: 4, action: 'deleted', previousMaxToObjectIds: 5, label: 'Label 4', pair },
	]);
});

it('keeps what no row lists unless it deletes, and then counts it in', () => {
	expect(plan([3], [undefined, 5]).planned.deletions).toEqual([]);
	expect([...plan([3], [undefined, 5]).planned.refused.keys()]).toHaveLength(1);
	expect([...plan([3], [undefined, 5], true).planned.refused.keys()]).toEqual([]);
});

it('checks the others again without a row that is refused', () => {
	// Row 0 sets the object limit to 4, which the label in HubSpot exceeds; row 1 fits 4, but not the 2 that stays.
	const { entries, planned } = plan([4, 3], [2, undefined, 9]);
	expect([...planned.refused.keys()]).toEqual(entries);
	expect(planned.refused.get(entries[1])?.message).toContain('HubSpot has 2');
	expect(planned.writes).toEqual([]);
});

const maximum = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
const maximums = fc.array(maximum, { minLength: 4, maxLength: 4 });

function isAllowed([object = Infinity, ...others]: Maximums): boolean {
	return others.every((one = 0) => one <= object);
}

it('writes or refuses every limit, sends what changes once, and never breaks the rule', () => {
	fc.assert(
		fc.property(maximums, maximums.filter(isAllowed), fc.boolean(), (wanted, held, deletes) => {
			const { entries, planned } = plan(wanted, held, deletes);
			const { deletions, writes, first, second, refused } = planned;
			const written = writes.map(({ entry }) => entry);
			expect(entries.filter((entry) => refused.has(entry) !== written.includes(entry))).toEqual(
				entries,
			);
			const changing = writes.filter(({ write }) => write.action !== 'unchanged');
			expect(typeIds([...first, ...second]).sort()).toEqual(
				typeIds(changing.map(({ entry }) => entry)).sort(),
			);
			const isListed = ({ typeId }: { typeId: number }) => typeIds(entries).includes(typeId);
			expect(deletions.map(associationTypeKey)).toEqual(
				limitsOf(held)
					.filter((limit) => deletes && !isListed(limit))
					.map(associationTypeKey),
			);
			const state = new Map(limitsOf(held).map((limit) => [limit.typeId, limit.maxToObjectIds]));
			for (const { typeId } of deletions) state.delete(typeId);
			for (const phase of [first, second]) {
				for (const { input } of phase) state.set(input.typeId, input.maxToObjectIds);
				expect(isAllowed(labels.map(({ typeId }) => state.get(typeId)))).toBe(true);
			}
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
