import fc from 'fast-check';
import {
	choiceName,
	pickedLabel,
} from '../../../nodes/HubSpotAssociations/input/values/typeChoice';

const TYPE = { category: 'USER_DEFINED', typeId: 36 } as const;

function locator(cachedResultName: unknown, value = 'USER_DEFINED:36') {
	return { __rl: true, mode: 'list', value, cachedResultName };
}

it('finds the label in the name of a choice, with or without its limit', () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1 }).filter((label) => label !== 'Unlabeled'),
			fc.constantFrom('', ' · limit 5'),
			(label, limit) => {
				const name = `${choiceName({ ...TYPE, label })}${limit}`;
				expect(pickedLabel(locator(name), TYPE)).toBe(label);
			},
		),
	);
});

it.each([
	['an unlabeled type', locator(choiceName({ ...TYPE, label: null }))],
	['a name of another form', locator('Decision Maker')],
	['a value that was changed since', locator('Decision Maker (36)', 'USER_DEFINED:38')],
	['no name', locator(undefined)],
	['a plain text', 'USER_DEFINED:36'],
])('finds none for %s', (_, value) => {
	expect(pickedLabel(value, TYPE)).toBeUndefined();
});
