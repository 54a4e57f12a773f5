/** The versions of n8n that the node is tested in. `npm run test:versions` runs the node in the engine of each; the README states the range from the first to the last. */
export interface N8nVersion {
	/** Of the package `n8n`, which people install. */
	readonly n8n: string;
	/** Of its engine, the packages n8n-core and n8n-workflow, which have had numbers of their own. */
	readonly core: string;
	readonly workflow: string;
}

export const N8N_VERSIONS: readonly N8nVersion[] = [
	{ n8n: '1.99.1', core: '1.98.0', workflow: '1.96.0' },
	{ n8n: '1.116.2', core: '1.115.1', workflow: '1.113.0' },
	{ n8n: '1.123.81', core: '1.122.48', workflow: '1.120.31' },
	{ n8n: '2.0.0', core: '2.0.0', workflow: '2.0.0' },
	{ n8n: '2.22.6', core: '2.22.4', workflow: '2.22.3' },
	{ n8n: '2.33.7', core: '2.33.2', workflow: '2.33.2' },
	{ n8n: '2.36.8', core: '2.36.6', workflow: '2.36.4' },
	{ n8n: '2.41.1', core: '2.41.1', workflow: '2.41.0' },
];
