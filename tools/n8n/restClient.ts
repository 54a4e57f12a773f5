import type { IDataObject, INodeTypeDescription } from 'n8n-workflow';
import type { Workflow } from './workflows';

/** The person that a test signs in as. n8n demands a digit and a capital in the password. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Ada',
	lastName: 'Owner',
	password: 'Simulator1',
} as const;

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export interface Credential {
	name: string;
	type: string;
	data: IDataObject;
}

/** n8n's internal REST API, as the editor uses it. */
export class RestClient {
	private cookie = '';

	constructor(readonly url: string) {}

	/** Makes the first user of a new n8n and signs in. */
	async setUpOwner(): Promise<void> {
		await this.send('POST', '/rest/owner/setup', { ...OWNER });
	}

	async signIn(): Promise<void> {
		const { email, password } = OWNER;
		await this.send('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	async workflowNames(): Promise<string[]> {
		const workflows = await this.send<Array<{ name: string }>>('GET', '/rest/workflows');
		return workflows.map(({ name }) => name);
	}

	async createCredential(credential: Credential): Promise<string> {
		return (await this.send<{ id: string }>('POST', '/rest/credentials', credential)).id;
	}

	/** What the editor's button for testing a credential does. */
	async testCredential(credential: Credential & { id: string }): Promise<CredentialTest> {
		return await this.send('POST', '/rest/credentials/test', { credentials: credential });
	}

	async createWorkflow(workflow: object): Promise<{ id: string; versionId: string }> {
		return await this.send('POST', '/rest/workflows', workflow);
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.send('GET', `/rest/workflows/${id}`);
	}

	/** Lets a workflow's triggers run by themselves. */
	async publishWorkflow({ id, versionId }: { id: string; versionId: string }): Promise<void> {
		await this.send('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async executions(workflowId: string): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const path = `/rest/executions?filter=${filter}&limit=100`;
		return (await this.send<{ results: Array<{ id: string; status: string }> }>('GET', path))
			.results;
	}

	/** What an execution has done so far, in the form that n8n keeps it in. */
	async executionData(id: string): Promise<string> {
		return (await this.send<{ data: string }>('GET', `/rest/executions/${id}`)).data;
	}

	/** The nodes that the editor offers. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		const response = await this.request('GET', '/types/nodes.json');
		return (await response.json()) as INodeTypeDescription[];
	}

	/** @throws Error with n8n's answer, when it refuses */
	private async send<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await this.request(method, path, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (JSON.parse(text) as { data: T }).data;
	}

	private async request(method: string, path: string, body?: object): Promise<Response> {
		const response = await fetch(this.url + path, {
			method,
			// n8n ties a session to the browser that it was opened in.
			headers: { 'content-type': 'application/json', 'browser-id': 'e2e', cookie: this.cookie },
			body: body && JSON.stringify(body),
		});
		const [session] = response.headers.getSetCookie();
		if (session) this.cookie = session.split(';')[0];
		return response;
	}
}
