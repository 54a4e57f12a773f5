/** What each contender is called where a person reads it. */
export const TITLES: Readonly<Record<string, string>> = {
	node: 'This node',
	'code-http': 'Code node + HTTP Request node',
	'http-per-row': 'HTTP Request node, one request per row',
	'hubspot-client': "HubSpot's Node client in a loop",
	floor: 'Bare axios script (the floor)',
	'engine-node': 'This node',
	'engine-node-unlimited': 'This node, its own rate limit raised',
	'engine-node-evaluator': "This node, IDs read through n8n's evaluator",
	'engine-pass-through': 'A node that only passes the rows through',
};
