import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { getOrMake } from '../../lists';
import { invalid, succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import { DISPLAY_NAMES } from '../displayNames';
import { parseLabels } from './labelReference';

/** Whether a row without labels stands for an unlabeled association, or is refused. */
export type LabelsAre = 'optional' | 'required';

/** The labels of a row. */
export interface NamedLabels {
	readonly references: readonly LabelReference[];
	/** The types of all of them; undefined where one is given by its name or bare ID. */
	readonly types?: readonly AssociationType[];
}

/** Parses the same labels once: every row that has them holds the same list. */
export function createLabelsParser(labelsAre: LabelsAre): (value: unknown) => Outcome<NamedLabels> {
	const parsed = new Map<unknown, Outcome<NamedLabels>>();
	return (value) => {
		const key = keyOf(value);
		if (key === UNLIKE_ANY) return parse(value, labelsAre);
		return getOrMake(parsed, key, () => parse(value, labelsAre));
	};
}

function parse(value: unknown, labelsAre: LabelsAre): Outcome<NamedLabels> {
	const labels = parseLabels(value, DISPLAY_NAMES.labels);
	if (!labels.ok) return labels;
	if (labels.value.length === 0 && labelsAre === 'required') {
		return invalid(
			`'${DISPLAY_NAMES.labels}' is empty`,
			'Pick the labels to remove. To remove the whole association, use the Delete operation.',
		);
	}
	return succeed({ references: labels.value, types: typesOfAll(labels.value) });
}

const UNLIKE_ANY = Symbol('unlike any');

/**
 * Returns the same key for equal labels only; {@link UNLIKE_ANY} for a list that JSON does not write
 * faithfully, such as one with NaN or a date, which is parsed each time.
 */
function keyOf(value: unknown): unknown {
	if (!Array.isArray(value)) return typeof value === 'string' ? `text ${value}` : value;
	const isFaithful = value.every((each) => typeof each === 'string' || Number.isFinite(each));
	return isFaithful ? `list ${JSON.stringify(value)}` : UNLIKE_ANY;
}

function typesOfAll(references: readonly LabelReference[]): AssociationType[] | undefined {
	const types = references.flatMap((each) => (each.kind === 'type' ? [each.type] : []));
	if (types.length < references.length) return undefined;
	return [...new Map(types.map((type) => [associationTypeKey(type), type])).values()];
}
