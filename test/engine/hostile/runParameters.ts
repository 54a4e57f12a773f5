import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { OPTIONS } from './hostileRun';
import { HARMLESS, RUN_PARAMETERS } from './rowParameters';
import { asJson } from './values';

/** A parameter that is read once for the whole run; an option is named `options.…`. */
export interface RunAttack {
	readonly resource: string;
	readonly operation: string;
	readonly parameter: string;
}

const { properties } = new HubSpotAssociations().description;

/** Parameters that every operation has; they stand beside those of the operations. */
const COMMON = ['authentication', 'resource', 'operation'];

/** Takes no rows but those of a plan, and has no option of its own: `plans.test.ts` attacks it. */
const TAKES_PLANS = 'applyPlan';

/** Each once, at the first operation that has it. */
export function runAttacks(): RunAttack[] {
	const attacks = new Map<string, RunAttack>();
	for (const { option, operations } of RESOURCES) {
		for (const { option: operation, description } of operations) {
			if (operation.value === TAKES_PLANS) continue;
			const own = parameterNames(description.parameters).filter((name) =>
				RUN_PARAMETERS.includes(name),
			);
			const options = description.options.map(({ name }) => `options.${name}`);
			for (const parameter of [...COMMON, ...own, 'options', ...options]) {
				if (attacks.has(parameter)) continue;
				attacks.set(parameter, { resource: option.value, operation: operation.value, parameter });
			}
		}
	}
	return [...attacks.values()];
}

/** The names of parameters and of the options among them. */
export function parameterNames(described: readonly INodeProperties[]): string[] {
	return described.flatMap(({ name, type, options = [] }) => [
		...(type === 'notice' ? [] : [name]),
		...(type === 'collection' ? options.map((option) => `${name}.${option.name}`) : []),
	]);
}

/** Parameters of a run in which the one under attack holds the value. */
export function runParametersOf(
	{ resource, operation, parameter }: RunAttack,
	value: unknown,
): INodeParameters {
	const [name, option] = parameter.split('.');
	const held = takesExpression(name) ? '={{ $json.value }}' : (asJson(value) as string);
	return {
		...HARMLESS,
		...(name === 'limit' ? { returnAll: false } : {}),
		resource,
		operation,
		// An option of the whole account is read there alone.
		...(option === 'nameObjects' ? { scope: 'all' } : {}),
		options: { ...OPTIONS, ...(option ? { [option]: held } : {}) },
		...(option ? {} : { [name]: held }),
	};
}

/** n8n takes an expression in the others for text, so that they are attacked by the workflow's own JSON. */
function takesExpression(name: string): boolean {
	return !properties.some((property) => property.name === name && property.noDataExpression);
}
