/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { n8n } from '../../package.json';

const { PACKED_NODE = '', ENGINE_FOLDER = '' } = process.env;

it('is run on the node and the credentials that are packed', () => {
	for (const path of [...n8n.nodes, ...n8n.credentials]) {
		const source = path.replace('dist', '../..').replace(/\.js$/, '');
		expect(require.resolve(source)).toBe(`${PACKED_NODE}/${path}`);
	}
});

it('is run in the engine of the version', () => {
	expect(new HubSpotAssociations().description.displayName).toBe('HubSpot Associations');
	// jest has a `require` of its own, which knows nothing of what packages load.
	const { createRequire } = process.getBuiltinModule('node:module');
	const loaded = Object.keys(createRequire(__filename).cache).filter((file) =>
		/node_modules\/(n8n-core|n8n-workflow)\//.test(file),
	);
	for (const name of ['n8n-core', 'n8n-workflow']) {
		expect(loaded).toContainEqual(
			expect.stringContaining(`${ENGINE_FOLDER}/node_modules/${name}/`),
		);
	}
	expect(loaded.filter((file) => !file.startsWith(ENGINE_FOLDER))).toEqual([]);
});
