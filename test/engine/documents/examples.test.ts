import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from '../../../nodes/HubSpotAssociations/hubspot/api/baseUrl';
import { itemsIn, readCheckedBlocks } from '../../documents/checkedBlocks';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForAllTests } from '../../support/simulator';
import { ASSOCIATION_EXAMPLES } from './associationExamples';
import { blocksOf } from './example';
import { LABEL_EXAMPLES } from './labelExamples';
import { LIMIT_EXAMPLES } from './limitExamples';
import { RESULT_EXAMPLES } from './resultExamples';

const EXAMPLES = [
	...ASSOCIATION_EXAMPLES,
	...LABEL_EXAMPLES,
	...LIMIT_EXAMPLES,
	...RESULT_EXAMPLES,
];

const blocks = readCheckedBlocks();

const simulator = simulatorForAllTests();

beforeEach(() => {
	simulator.refill();
});

it('every block that the documents call checked is checked, and every example is shown', () => {
	expect(EXAMPLES.flatMap(blocksOf).sort()).toEqual([...blocks.keys()].sort());
});

it.each(EXAMPLES)('shows $shows', async (example) => {
	const { prepare, parameters, onError, rows, items, errorItems, summary } = example;
	prepare?.(simulator);
	const run = await runHubSpotNode({
		simulator,
		parameters,
		onError,
		items: typeof rows === 'string' ? shown(rows) : rows,
	});
	if (items !== undefined) expect(asShown(run.items)).toEqual(shown(items));
	expect(asShown(run.errorItems)).toEqual(errorItems === undefined ? [] : shown(errorItems));
	if (summary !== undefined) {
		expect(run.hints.map(({ message }) => message)).toEqual([blocks.get(summary)]);
	}
});

/** @throws Error when no document has the block */
function shown(block: string): IDataObject[] {
	const content = blocks.get(block);
	if (content === undefined) throw new Error(`No document has a block 'checked: ${block}'`);
	return itemsIn(content);
}

/** The documents show HubSpot's address where a test has the simulator's. */
function asShown(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) =>
		typeof json.url === 'string'
			? { ...json, url: json.url.replace(simulator.url, DEFAULT_BASE_URL) }
			: json,
	);
}
