import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { HubSpotAssociationsApi } from '../../credentials/HubSpotAssociationsApi.credentials';
import { HubSpotAssociationsOAuth2Api } from '../../credentials/HubSpotAssociationsOAuth2Api.credentials';
import { properties } from '../../nodes/HubSpotAssociations/actions/properties';
import { DISPLAY_NAMES, OWN_LABEL_NAMES } from '../../nodes/HubSpotAssociations/input/displayNames';

/** n8n's rules for interface text; its lint sees only texts that stand in an object literal. */

type Described = INodeProperties | INodePropertyOptions | INodePropertyCollection;

const isParameter = (one: Described): one is INodeProperties => 'type' in one;

function everyPart(parts: readonly Described[]): Described[] {
	return parts.flatMap((part) => [
		part,
		...(isParameter(part) ? everyPart(part.options ?? []) : []),
	]);
}

const credentials = [new HubSpotAssociationsApi(), new HubSpotAssociationsOAuth2Api()];
const parts = everyPart([...properties, ...credentials.flatMap((one) => one.properties)]);
const parameters = parts.filter(isParameter);
const texts = parts.flatMap((part) =>
	'description' in part && part.description ? [part.description] : [],
);

/** n8n's lint allows no more. */
const LONGEST_HINT = 120;

it('finds the texts', () => {
	expect(parameters.length).toBeGreaterThan(40);
	expect(texts.length).toBeGreaterThan(40);
});

it.each([...new Set(texts)])('ends with a full stop only after several sentences: %s', (text) => {
	const sentences = text.split(/\. (?=['A-Z])/).length;
	expect(text.endsWith('.')).toBe(sentences > 1);
	expect(text).toMatch(/^[A-Z]/);
});

it('begins the description of every switch with "Whether"', () => {
	const switches = parameters.filter(({ type }) => type === 'boolean');
	expect(switches.filter(({ description }) => !description?.startsWith('Whether'))).toEqual([]);
	expect(switches.length).toBeGreaterThan(3);
});

it('keeps every hint below a field in one line or two', () => {
	const texts = parameters.flatMap(({ hint }) => hint ?? []);
	expect(texts.length).toBeGreaterThan(10);
	expect(texts.filter((text) => text.length >= LONGEST_HINT)).toEqual([]);
	expect(texts.filter((text) => text.endsWith('.') !== text.includes('. '))).toEqual([]);
});

it('begins every placeholder with "e.g.", "Select" or "Add"', () => {
	const modes = parameters.flatMap((one) => one.modes ?? []);
	const placeholders = [...parameters, ...modes].flatMap(({ placeholder }) => placeholder ?? []);
	expect(placeholders.filter((text) => !/^(e\.g\. |Select |Add )/.test(text))).toEqual([]);
});

it('sorts options from five entries on', () => {
	for (const { options = [], displayName } of parameters) {
		if (options.length < 5) continue;
		const names = options.map((one) => ('displayName' in one ? one.displayName : one.name));
		expect({ displayName, names }).toEqual({
			displayName,
			names: [...names].sort((one, other) => one.localeCompare(other)),
		});
	}
});

it('gives every parameter of the node its display name from the one place', () => {
	const namesOf = (name: string) =>
		[DISPLAY_NAMES, OWN_LABEL_NAMES].flatMap((names) =>
			Object.entries(names).flatMap(([key, text]) => (key === name ? [text] : [])),
		);
	const named = everyPart(properties)
		.filter(isParameter)
		.filter(({ type }) => type !== 'notice');
	for (const { name, displayName } of named) expect(namesOf(name)).toContain(displayName);
});
