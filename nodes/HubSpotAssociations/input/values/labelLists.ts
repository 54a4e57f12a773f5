import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { remembering } from '../../lists';
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
	const ofValue = remembering((value: unknown) => parse(value, labelsAre));
	const ofList = remembering((json: string) => parse(JSON.parse(json), labelsAre));
	return (value) => {
		if (!Array.isArray(value)) return ofValue(value);
		return isFaithful(value) ? ofList(JSON.stringify(value)) : parse(value, labelsAre);
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

/** Whether JSON writes a list so that it can be read again, as it does not with NaN or a date. */
function isFaithful(list: readonly unknown[]): boolean {
	return list.every((each) => typeof each === 'string' || Number.isFinite(each));
}

function typesOfAll(references: readonly LabelReference[]): AssociationType[] | undefined {
	const types = references.flatMap((each) => (each.kind === 'type' ? [each.type] : []));
	if (types.length < references.length) return undefined;
	return [...new Map(types.map((type) => [associationTypeKey(type), type])).values()];
}
