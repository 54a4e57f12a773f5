import type { IDataObject } from 'n8n-workflow';
import type { AssociationChange, Labels } from '../../hubspot/associations/associationChanges';
import { writePlan } from '../../hubspot/associations/associationPlan';
import { nameOfType } from '../../hubspot/labels/labels';
import { withTexts } from '../run/labelLookup';
import type { Session } from '../run/session';
import type { Changed } from './changes';
import { recordsJson } from './details';

/**
 * Builds the item of a change: from which labels to which, null where there is no association. In a dry
 * run it holds the plan that 'Apply Plan' carries out.
 * @param answered what HubSpot returned; it has the texts of labels that were given by their types
 */
export function changeJson(
	session: Session,
	change: AssociationChange,
	answered?: Changed,
): IDataObject {
	const { action, before } = change;
	const after = change.after && withKnownTexts(session, change, change.after);
	const previous = before && withKnownTexts(session, change, before);
	const json = recordsJson(change, {
		labels: after && namesOf(after, answered),
		previousLabels: previous && previous.map(nameOfType),
		labelTypes: after,
		previousLabelTypes: previous,
	});
	if (!session.options.dryRun) return { action, ...json };
	return { action, ...json, plan: writePlan({ ...change, after, before: previous }) };
}

/** A label in an item. A type alias, so that it counts as n8n's JSON. */
type LabelJson = ReturnType<typeof withTexts>[number];

function withKnownTexts(
	session: Session,
	{ pair }: AssociationChange,
	labels: Labels,
): LabelJson[] {
	if (labels.every(({ label }) => label !== null)) {
		return labels.map(({ category, typeId, label }) => ({ category, typeId, label }));
	}
	const read = withTexts(session, pair, labels);
	return read.map((type, index) => ({ ...type, label: labels[index].label ?? type.label }));
}

/** Returns the texts of labels; where one is not known, HubSpot's response names them. */
function namesOf(labels: readonly LabelJson[], answered: Changed | undefined): string[] {
	const isKnown = labels.every(({ label }) => label !== null);
	if (isKnown || !answered || !('labels' in answered)) return labels.map(nameOfType);
	const known = labels.flatMap(({ label }) => label ?? []);
	return [...new Set([...known, ...answered.labels])];
}
