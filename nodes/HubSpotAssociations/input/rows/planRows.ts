import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readPlan, type AssociationPlan } from '../../hubspot/associations/associationPlan';
import { nameOfType } from '../../hubspot/labels/labels';
import { isStandardPair } from '../../hubspot/model/objectTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import { shown } from '../../text';
import { DISPLAY_NAMES } from '../displayNames';
import { createPairs } from '../values/objectPair';
import { parseRecordId } from '../values/recordId';
import type { AssociationRow } from './associationRows';
import { readRows } from './rows';

/** A change that a person approved. */
export interface PlanRow extends AssociationRow {
	readonly plan: AssociationPlan;
}

const ADVICE =
	"Pass on the items of Sync's dry run as they are. To change the plan, change the rows that Sync reads.";

/** Reads the plan of every item. Fields that a dry run does not have are ignored. */
export function readPlanRows(context: IExecuteFunctions): Array<Outcome<PlanRow>> {
	const pairOf = createPairs();
	const items = context.getInputData();
	return readRows(context, (item) => {
		const plan = planIn(items[item].json);
		if (!plan.ok) return plan;
		const { fromObjectTypeId, toObjectTypeId, fromObjectId, toObjectId } = plan.value;
		const pair = pairOf(fromObjectTypeId, toObjectTypeId);
		if (!pair.ok) return pair;
		const { fromRecordId, toRecordId } = DISPLAY_NAMES;
		const fromId = parseRecordId(fromObjectId, pair.value.from, fromRecordId);
		if (!fromId.ok) return fromId;
		const toId = parseRecordId(toObjectId, pair.value.to, toRecordId);
		if (!toId.ok) return toId;
		// Only an unlabeled association between custom objects needs a type that HubSpot has to be asked for.
		const isUnlabeled = plan.value.previousLabels === null && plan.value.labels?.length === 0;
		const types = isUnlabeled && !isStandardPair(pair.value) ? undefined : [];
		const ids = { fromId: fromId.value, toId: toId.value };
		return succeed({ pair: pair.value, ...ids, labels: [], types, plan: plan.value });
	});
}

/** Reads an item's plan, and compares it with the fields that a person was shown. */
function planIn(json: IDataObject): Outcome<AssociationPlan> {
	if (isMissing(json.plan)) return missing('plan');
	const plan = typeof json.plan === 'string' ? readPlan(json.plan) : undefined;
	if (!plan) return invalid("The field 'plan' is not what the dry run returned", ADVICE);
	for (const [name, planned] of Object.entries(plan)) {
		const value = json[name];
		const wanted = Array.isArray(planned) ? planned.map(nameOfType) : (planned as string | null);
		if (value === undefined || (wanted !== null && isMissing(value))) return missing(name);
		if (isAsPlanned(value, wanted)) continue;
		return invalid(
			`The field '${name}' was changed: it is ${described(value)}, but the plan has ${described(wanted)}`,
			ADVICE,
		);
	}
	return succeed(plan);
}

/** Shows a list of labels as one text. */
function described(value: unknown): string {
	const isLabels = Array.isArray(value) && value.every((each) => typeof each === 'string');
	return shown(isLabels ? value.join(', ') : value);
}

function missing(name: string) {
	return invalid(`The field '${name}' is missing`, ADVICE);
}

function isMissing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** A sheet gives numbers for ids, an empty cell for null, and the text of a list. */
function isAsPlanned(value: unknown, wanted: string | readonly string[] | null): boolean {
	if (wanted === null) return isMissing(value) || value === 'null';
	if (typeof wanted === 'string') return String(value) === wanted;
	if (!Array.isArray(value)) return value === JSON.stringify(wanted);
	return value.length === wanted.length && wanted.every((name, index) => value[index] === name);
}
