import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../../../tools/hubSpotNode';
import type { Example } from './example';

function labelRun(operation: string, further: INodeParameters): INodeParameters {
	return {
		resource: 'associationLabel',
		operation,
		fromObjectType: byId('contacts'),
		toObjectType: byId('companies'),
		...further,
	};
}

/** docs/labels.md. */
export const LABEL_EXAMPLES: Example[] = [
	{
		shows: 'a new pair of labels',
		parameters: labelRun('create', {
			label: 'Account Manager',
			inverseLabel: 'Managed Account',
		}),
		rows: [{}],
		items: 'label create',
	},
	{
		shows: 'how many labels are in use',
		parameters: labelRun('getUsage', { scope: 'pair' }),
		rows: [{}],
		items: 'label usage',
	},
];
