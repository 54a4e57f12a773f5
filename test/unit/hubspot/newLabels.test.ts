import { createLabelCall, inverseOf } from '../../../nodes/HubSpotAssociations/hubspot/newLabels';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/objectTypes';

const contacts = parseObjectType('contacts')!;
const companies = parseObjectType('0-2')!;
const pair = { from: contacts, to: companies };

const FORWARD = { category: 'USER_DEFINED', typeId: 145, label: 'Manager' };
const INVERSE = { category: 'USER_DEFINED', typeId: 144, label: 'Employee' };

function settle(texts: { label: string; inverseLabel?: string }, results: unknown, to = companies) {
	const input = { pair: { from: contacts, to }, name: 'manager', ...texts };
	const call = createLabelCall('2026-03', input.pair, async () => {
		throw new Error('Nothing is to be read back');
	});
	const [outcome] = call.settle([input], { status: 200, headers: {}, body: { results } });
	if (!outcome.ok) return outcome.failure.message;
	const { forward } = outcome.value;
	return [forward?.typeId, inverseOf(input, outcome.value)?.typeId];
}

const paired = { label: 'Manager', inverseLabel: 'Employee' };
const alike = { label: 'Manager' };

it('tells the directions by the texts, in whatever order HubSpot answers', () => {
	expect(settle(paired, [FORWARD, INVERSE])).toEqual([145, 144]);
	expect(settle(paired, [INVERSE, FORWARD])).toEqual([145, 144]);
});

it('tells the directions by the object types, where HubSpot names them', () => {
	const from = { fromObjectTypeId: '0-1', toObjectTypeId: '0-2' };
	const back = { fromObjectTypeId: '0-2', toObjectTypeId: '0-1' };
	const same = { ...INVERSE, label: 'Manager' };
	expect(
		settle(alike, [
			{ ...same, ...back },
			{ ...FORWARD, ...from },
		]),
	).toEqual([145, 144]);
});

it('does not guess the direction of labels that read alike', () => {
	expect(settle(alike, [{ ...INVERSE, label: 'Manager' }, FORWARD])).toEqual([
		undefined,
		undefined,
	]);
});

it('takes one type for both directions', () => {
	expect(settle(alike, [FORWARD], contacts)).toEqual([145, 145]);
});

it('does not take a type for both directions between two objects', () => {
	expect(settle(alike, [FORWARD])).toEqual([145, undefined]);
});

it.each([[[]], [undefined], [[{ label: 'Manager' }]], ['no list']])(
	'does not take a label for made that is not in the answer: %j',
	(results) => {
		expect(settle(paired, results)).toContain("HubSpot's response did not include");
	},
);

it('sends the internal name, and the inverse label only where there is one', () => {
	const call = createLabelCall('v4', pair, async () => {
		throw new Error('Nothing is to be read back');
	});
	expect(call.request([{ pair, name: 'boss', label: 'Boss' }])).toEqual({
		method: 'POST',
		path: '/crm/associations/v4/contacts/0-2/labels',
		body: { name: 'boss', label: 'Boss' },
	});
});
