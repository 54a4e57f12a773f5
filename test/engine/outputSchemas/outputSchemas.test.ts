/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { PROJECT_FOLDER } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { inferSchema } from './inferSchema';
import { outputsOf, seedOutputs } from './outputs';

/** Where n8n looks for them: beside the node, by its version. */
const FOLDER = join(PROJECT_FOLDER, 'nodes/HubSpotAssociations/__schema__/v1.0.0');

/** `npm run schemas` sets it. */
const WRITES_SCHEMAS = process.env.OUTPUT_SCHEMAS === 'write';

const simulator = simulatorForEachTest({ seed: seedOutputs });

const operations = RESOURCES.flatMap((resource) =>
	resource.operations.map(({ option }) => [resource.option.value, option.value] as const),
);

it.each(operations)('the fields that n8n shows before the first run: %s %s', async (...names) => {
	const outputs = await outputsOf(simulator, ...names);
	const file = join(FOLDER, `${names.join('/')}.json`);
	const schema = `${JSON.stringify({ ...inferSchema(outputs), version: 1 }, null, '\t')}\n`;
	if (WRITES_SCHEMAS) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schema);
	}
	// As text, since n8n shows the fields in this order.
	expect(readFileSync(file, 'utf8')).toBe(schema);
});

it('has no file for an operation that does not exist', () => {
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
	const named = files.filter((file) => file.endsWith('.json')).sort();
	expect(named).toEqual(operations.map((names) => `${names.join('/')}.json`).sort());
});
