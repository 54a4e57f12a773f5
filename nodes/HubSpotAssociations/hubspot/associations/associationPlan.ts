import { isObject } from '../../json';
import { nameOfType } from '../labels/labels';
import {
	associationTypeKey,
	isAssociationCategory,
	type AssociationType,
} from '../model/associationTypes';
import { objectNames } from '../model/objectTypes';
import type { AssociationChange, Labels } from './associationChanges';

/** A change as a dry run shows it, for a person to approve. */
export interface AssociationPlan {
	readonly action: string;
	readonly fromObjectTypeId: string;
	readonly fromObjectId: string;
	readonly toObjectTypeId: string;
	readonly toObjectId: string;
	/** The labels afterwards and before; null where there is no association. */
	readonly labels: Labels | null;
	readonly previousLabels: Labels | null;
}

/**
 * Writes a change as one text. A sheet or a form may change the types of an item's other fields, but no
 * text.
 */
export function writePlan({
	action,
	pair,
	fromId,
	toId,
	after,
	before,
}: AssociationChange): string {
	const { fromObjectTypeId, toObjectTypeId } = objectNames(pair);
	return JSON.stringify({
		action,
		fromObjectTypeId,
		fromObjectId: fromId,
		toObjectTypeId,
		toObjectId: toId,
		labels: after && namesByType(after),
		previousLabels: before && namesByType(before),
	});
}

/** Returns undefined for a text that {@link writePlan} did not write. */
export function readPlan(text: string): AssociationPlan | undefined {
	const plan = parsed(text);
	if (!isObject(plan)) return undefined;
	const { action, fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId } = plan;
	const texts = { action, fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId };
	const labels = labelsOf(plan.labels);
	const previousLabels = labelsOf(plan.previousLabels);
	if (labels === undefined || previousLabels === undefined) return undefined;
	return isTexts(texts) ? { ...texts, labels, previousLabels } : undefined;
}

function namesByType(labels: Labels): Record<string, string> {
	return Object.fromEntries(labels.map((label) => [associationTypeKey(label), nameOfType(label)]));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isTexts<Name extends string>(
	values: Readonly<Record<Name, unknown>>,
): values is Record<Name, string> {
	return Object.values(values).every((value) => typeof value === 'string');
}

function labelsOf(value: unknown): Labels | null | undefined {
	if (value === null) return null;
	if (!isObject(value)) return undefined;
	const labels = Object.entries(value).flatMap(([key, label]) => {
		const type = typeOf(key);
		return type && typeof label === 'string' ? [{ ...type, label }] : [];
	});
	return labels.length === Object.keys(value).length ? labels : undefined;
}

const TYPE_KEY = /^([A-Z_]+):(\d{1,10})$/;

function typeOf(key: string): AssociationType | undefined {
	const [, category, typeId] = TYPE_KEY.exec(key) ?? [];
	return isAssociationCategory(category) ? { category, typeId: Number(typeId) } : undefined;
}
