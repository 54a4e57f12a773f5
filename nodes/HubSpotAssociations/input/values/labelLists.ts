import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
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
		const present = parsed.get(key);
		if (present) return present;
		const labels = parse(value, labelsAre);
		if (key !== UNLIKE_ANY) parsed.set(key, labels);
		return labels;
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
 * Returns the same key for equal labels only; {@link UNLIKE_ANY} for a list of anything but texts and
 * numbers, which is parsed each time. JSON is no help: it writes NaN and null alike, and a date like its text.
 */
function keyOf(value: unknown): unknown {
	if (!Array.isArray(value)) return typeof value === 'string' ? `text ${value}` : value;
	const keys: string[] = [];
	for (const each of value as unknown[]) {
		if (typeof each === 'string') keys.push(JSON.stringify(each));
		else if (typeof each === 'number') keys.push(String(each));
		else return UNLIKE_ANY;
	}
	return `list ${keys.join(',')}`;
}

function typesOfAll(references: readonly LabelReference[]): AssociationType[] | undefined {
	const types = new Map<string, AssociationType>();
	for (const reference of references) {
		if (reference.kind !== 'type') return undefined;
		types.set(associationTypeKey(reference.type), reference.type);
	}
	return [...types.values()];
}
