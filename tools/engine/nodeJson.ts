import type { INode, INodeParameters } from 'n8n-workflow';
import type { CredentialData } from './types';

export interface NodeJsonOptions {
	name: string;
	/** Full type name. */
	type: string;
	parameters: INodeParameters;
	credentials?: CredentialData;
	onError?: INode['onError'];
	alwaysOutputData?: boolean;
}

/** A node as the editor would save it, with every given credential chosen. */
export function nodeJson(options: NodeJsonOptions): INode {
	const { name, type, parameters, onError, alwaysOutputData, credentials = {} } = options;
	const chosen = Object.keys(credentials).map((id) => [id, { id, name: id }]);
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		onError,
		alwaysOutputData,
		credentials: Object.fromEntries(chosen) as INode['credentials'],
	};
}
