/**
 * The arrows in docs/architecture.md: what each part of the shipped code may import. `npm run lint`
 * fails on any other import, on a circle, and on a file that belongs to no part.
 */
const NODE = '^nodes/HubSpotAssociations';
const folder = (name) => `${NODE}/${name}/`;
const files = (...names) => `${NODE}/(${names.join('|')})\\.ts$`;

const N8N = '^(node_modules/)?n8n-workflow';

const GENERIC = files('outcome', 'text', 'json', 'lists');
const MODEL = folder('hubspot/model');
const API = folder('hubspot/api');
const RECORDS = folder('hubspot/records');
const LABELS = folder('hubspot/labels');
const LIMITS = folder('hubspot/limits');
const ASSOCIATIONS = folder('hubspot/associations');
const HUBSPOT = folder('hubspot');
const SENDING = folder('sending');
const BATCHING = folder('batching');
const READING = folder('reading');
const TRANSPORT = files('transport');
const BESIDE_TRANSPORT = files('deadline', 'responseBody', 'secrets', 'thrownAnswer');
const INPUT = folder('input');
const PARAMETERS = folder('parameters');
const METHODS = folder('methods');
const RUN = folder('actions/run');
const OPERATIONS = `${NODE}/actions/(?!run/)`;
const NODE_FILE = files('HubSpotAssociations.node');
const CREDENTIALS = '^credentials/';

/** Each part and what it may import: itself, what is generic, and these. */
const ARROWS = [
	['generic', GENERIC, []],
	['hubspot-model', MODEL, []],
	['hubspot-api', API, [MODEL]],
	['hubspot-records', RECORDS, [API, MODEL]],
	['hubspot-labels', LABELS, [API, MODEL]],
	['hubspot-limits', LIMITS, [LABELS, API, MODEL]],
	['hubspot-associations', ASSOCIATIONS, [LIMITS, LABELS, API, MODEL]],
	['sending', SENDING, [HUBSPOT]],
	['batching', BATCHING, [SENDING, HUBSPOT]],
	['reading', READING, [BATCHING, SENDING, HUBSPOT]],
	['transport', TRANSPORT, [BESIDE_TRANSPORT, API, N8N]],
	['beside-transport', BESIDE_TRANSPORT, [API, N8N]],
	['input', INPUT, [HUBSPOT, N8N]],
	['parameters', PARAMETERS, [INPUT, HUBSPOT, N8N]],
	['methods', METHODS, [INPUT, TRANSPORT, HUBSPOT, N8N]],
	['actions-run', RUN, [INPUT, READING, BATCHING, SENDING, TRANSPORT, HUBSPOT, N8N]],
	['actions', OPERATIONS, [RUN, PARAMETERS, INPUT, READING, BATCHING, SENDING, HUBSPOT, N8N]],
	['node', NODE_FILE, [OPERATIONS, METHODS, N8N]],
	['credentials', CREDENTIALS, [PARAMETERS, API, N8N]],
];

const PARTS = ARROWS.map(([, path]) => path);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...ARROWS.map(([part, path, targets]) => ({
			name: part,
			severity: 'error',
			from: { path },
			to: { pathNot: [path, GENERIC, ...targets] },
		})),
		{
			name: 'no-part',
			severity: 'error',
			from: {},
			to: { path: '^(nodes|credentials)/.*\\.ts$', pathNot: PARTS },
		},
		{ name: 'circle', severity: 'error', from: {}, to: { circular: true } },
	],
	options: {
		// An import of a type is an arrow, too.
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
	},
};
