import { resultsOf, type Answer } from '../api/answer';
import { textOf, type JsonObject } from '../../json';
import {
	associationTypeKey,
	isAssociationCategory,
	isSameType,
	type AssociationType,
} from '../model/associationTypes';
import { pathOfLabels } from '../api/endpoints';
import type { Read } from '../api/read';
import { describePair, isStandardPair, type ObjectPair } from '../model/objectTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import { shorten } from '../../text';

/** One association type of a pair as the labels call returns it; the unlabeled type has label null. */
export interface AssociationLabel extends AssociationType {
	readonly label: string | null;
}

/** How a user names an association type. */
export type LabelReference =
	| {
			readonly kind: 'type';
			readonly type: AssociationType;
			/** The label, where a person picked the type from a list. It may have been renamed since. */
			readonly picked?: string;
	  }
	| AmbiguousReference;

/** A reference that only the labels of its pair can resolve. */
export type AmbiguousReference =
	| { readonly kind: 'typeId'; readonly typeId: number }
	| { readonly kind: 'name'; readonly name: string };

/** GET …/{from}/{to}/labels: every association type of one direction. */
export const LABELS: Read<AssociationLabel[]> = {
	request: (version, pair) => ({ method: 'GET', path: pathOfLabels(version, pair) }),
	parse: labelsIn,
};

export function labelsIn(answer: Answer): AssociationLabel[] {
	return resultsOf(answer).flatMap((result) => labelIn(result) ?? []);
}

/** Reads one association type as HubSpot lists it in labels, limits and associations. */
export function labelIn({ category, typeId, label }: JsonObject): AssociationLabel | undefined {
	if (!isAssociationCategory(category) || typeof typeId !== 'number') return undefined;
	return { category, typeId, label: textOf(label) ?? null };
}

/** From so many labels on, looking one up by its key takes less time than comparing. */
const LEAST_INDEXED = 20;

const INDEXES = new WeakMap<readonly AssociationLabel[], Map<string, AssociationLabel>>();

export function findType(
	labels: readonly AssociationLabel[],
	type: AssociationType,
): AssociationLabel | undefined {
	if (labels.length < LEAST_INDEXED) return labels.find((label) => isSameType(label, type));
	return indexOf(labels).get(associationTypeKey(type));
}

/** Rows by the thousand look types up in one list of labels. */
function indexOf(labels: readonly AssociationLabel[]): Map<string, AssociationLabel> {
	const known = INDEXES.get(labels);
	if (known) return known;
	const index = new Map([...labels].reverse().map((label) => [associationTypeKey(label), label]));
	INDEXES.set(labels, index);
	return index;
}

/** Returns the text of a label; CATEGORY:typeId where the text is unknown. */
export function nameOfType(type: AssociationLabel): string {
	return type.label ?? associationTypeKey(type);
}

/** Finds the unlabeled type; a custom object's is USER_DEFINED with label null. */
export function findUnlabeledType(
	labels: readonly AssociationLabel[],
): AssociationLabel | undefined {
	return labels.find((label) => label.label === null);
}

/**
 * Whether only the labels of the pair say if a type is the unlabeled one: between HubSpot's own
 * objects that is HUBSPOT_DEFINED, as Primary is, and for a custom object USER_DEFINED, as labels are.
 */
export function mayBeUnlabeled(pair: ObjectPair, { category }: AssociationType): boolean {
	return category !== 'USER_DEFINED' || !isStandardPair(pair);
}

/**
 * Resolves a reference among the labels of its pair; a name matches regardless of case,
 * unless two labels differ only in case.
 * @param parameter the display name of the parameter that holds the reference
 */
export function resolveLabel(
	reference: AmbiguousReference,
	labels: readonly AssociationLabel[],
	pair: ObjectPair,
	parameter: string,
): Outcome<AssociationLabel> {
	const matches = matchesOf(reference, labels);
	if (matches.length === 1) return succeed(matches[0]);
	const named = describeReference(reference);
	if (matches.length === 0) {
		return invalid(
			`There is no ${named} for ${describePair(pair)} (parameter '${parameter}')`,
			`Available: ${describeLabels(labels)}.`,
		);
	}
	return invalid(
		`The ${named} for ${describePair(pair)} matches more than one association type (parameter '${parameter}')`,
		`Use one of: ${matches.map(associationTypeKey).join(', ')}.`,
	);
}

/** Every row with an unknown label shows the list, and an account can have hundreds of labels. */
const SHOWN_LABELS = 10;

function describeLabels(labels: readonly AssociationLabel[]): string {
	const shown = labels.slice(0, SHOWN_LABELS).map(describeLabel).join(', ') || 'none';
	return labels.length > SHOWN_LABELS ? `${shown} and ${labels.length - SHOWN_LABELS} more` : shown;
}

/** A number is a type ID or a label's name; it counts as the other only where there is no such one. */
function matchesOf(reference: AmbiguousReference, labels: readonly AssociationLabel[]) {
	const { kind } = reference;
	const text = kind === 'name' ? reference.name : String(reference.typeId);
	const types = labels.filter(({ typeId }) => String(typeId) === text);
	if (kind === 'typeId' && types.length > 0) return types;
	const named = labelsNamed(text, labels);
	return named.length > 0 ? named : types;
}

function labelsNamed(name: string, labels: readonly AssociationLabel[]) {
	const exact = labels.filter(({ label }) => label === name);
	if (exact.length > 0) return exact;
	const folded = name.toLowerCase();
	return labels.filter(({ label }) => label?.toLowerCase() === folded);
}

function describeReference(reference: AmbiguousReference): string {
	return reference.kind === 'typeId'
		? `association type with the ID ${reference.typeId}`
		: `label "${shorten(reference.name)}"`;
}

function describeLabel({ category, typeId, label }: AssociationLabel): string {
	return `${label === null ? 'unlabeled' : `"${label}"`} (${category}:${typeId})`;
}
