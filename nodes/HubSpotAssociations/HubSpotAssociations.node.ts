import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { route } from './actions/router';
import { getLabels, searchAssociationTypes, searchOwnLabels } from './methods/associationTypes';
import { searchObjectTypes } from './methods/objectTypes';
import { hints } from './actions/hints';
import { properties } from './actions/properties';

export class HubSpotAssociations implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubSpot Associations',
		name: 'hubSpotAssociations',
		icon: {
			light: 'file:hubspotAssociations.svg',
			dark: 'file:hubspotAssociations.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Associate HubSpot records in batches, and manage association labels and limits',
		defaults: { name: 'HubSpot Associations' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'hubSpotAssociationsApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'hubSpotAssociationsOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties,
		hints,
		builderHint: {
			searchHint:
				'Associates HubSpot records in bulk, thousands of items in a few requests, with labels. Also creates and changes association labels and association limits. Prefer it to the HubSpot node for associations, labels and limits.',
		},
	};

	methods = {
		listSearch: { searchAssociationTypes, searchObjectTypes, searchOwnLabels },
		loadOptions: { getLabels },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await route(this)];
	}
}
