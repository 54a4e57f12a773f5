import type { INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import * as applyPlan from './association/applyPlan.operation';
import * as createAssociations from './association/create.operation';
import * as deleteAssociations from './association/delete.operation';
import * as getAssociations from './association/getAll.operation';
import * as removeLabels from './association/removeLabels.operation';
import * as syncAssociations from './association/sync.operation';
import * as createLabels from './associationLabel/create.operation';
import * as deleteLabels from './associationLabel/delete.operation';
import * as getLabels from './associationLabel/getAll.operation';
import * as getLabelUsage from './associationLabel/getUsage.operation';
import * as updateLabels from './associationLabel/update.operation';
import * as upsertLabels from './associationLabel/upsert.operation';
import * as createLimits from './associationLimit/create.operation';
import * as deleteLimits from './associationLimit/delete.operation';
import * as getLimits from './associationLimit/getAll.operation';
import * as getLimitUsage from './associationLimit/getUsage.operation';
import * as requestReport from './associationLimit/requestReport.operation';
import * as syncLimits from './associationLimit/sync.operation';
import * as updateLimits from './associationLimit/update.operation';
import * as upsertLimits from './associationLimit/upsert.operation';
import type { Session } from './run/session';

/** What the editor shows for an operation. What operations have in common is defined once, in `parameters/`. */
export interface OperationDescription {
	/** In the order in which they are shown. */
	readonly parameters: readonly INodeProperties[];
	/** In any order: the list of options is sorted. */
	readonly options: readonly INodeProperties[];
}

/** One operation, in a file of its own under its resource. */
export interface Operation {
	/** How the list of operations shows it. */
	readonly option: INodePropertyOptions & { readonly value: string };
	readonly description: OperationDescription;
	execute(session: Session): Promise<INodeExecutionData[]>;
}

export interface Resource {
	readonly option: INodePropertyOptions & { readonly value: string };
	/** In alphabetical order of their options' names. */
	readonly operations: readonly Operation[];
}

/** Everything that the node can do, in alphabetical order. */
export const RESOURCES: readonly Resource[] = [
	{
		option: { name: 'Association', value: 'association' },
		operations: [
			applyPlan,
			createAssociations,
			deleteAssociations,
			getAssociations,
			removeLabels,
			syncAssociations,
		],
	},
	{
		option: { name: 'Association Label', value: 'associationLabel' },
		operations: [createLabels, upsertLabels, deleteLabels, getLabels, getLabelUsage, updateLabels],
	},
	{
		option: { name: 'Association Limit', value: 'associationLimit' },
		operations: [
			createLimits,
			upsertLimits,
			deleteLimits,
			getLimits,
			getLimitUsage,
			requestReport,
			syncLimits,
			updateLimits,
		],
	},
];
