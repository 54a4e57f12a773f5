import { resultFinder } from '../../../nodes/HubSpotAssociations/hubspot/associations/matchResults';
import { recordIds } from '../batching/support/scenario';

const FORWARD = '0-1>0-2';
const BACKWARD = '0-2>0-1';

/** Pairs such as '1>2', each with the direction it came in. */
function resultsOf(...pairs: ReadonlyArray<readonly [pair: string, signature: string]>) {
	const values = pairs.map(([pair]) => {
		const [fromObjectId, toObjectId] = pair.split('>');
		return { fromObjectId, toObjectId };
	});
	return { values, signatures: pairs.map(([, signature]) => signature) };
}

function inputsOf(...pairs: string[]) {
	return pairs.map(recordIds);
}

/** The place of each input's result among the results; undefined where it has none. */
function found(
	inputs: ReturnType<typeof inputsOf>,
	results: ReturnType<typeof resultsOf>,
	forward?: string,
) {
	const find = resultFinder(inputs, results, forward);
	return inputs.map((input, index) => {
		const value = find(input, index);
		return value && results.values.indexOf(value);
	});
}

it.each([
	['in the order of the inputs', ['1>2', '1>3', '4>2'], [0, 1, 2]],
	['in another order, of one from-record', ['1>3', '1>2', '4>2'], [1, 0, 2]],
	['in another order, of one to-record', ['4>2', '1>3', '1>2'], [2, 1, 0]],
	['with a gap', ['1>2', '4>2'], [0, undefined, 1]],
	['of other records', ['1>22', '11>3', '2>4'], [undefined, undefined, undefined]],
])('finds the results %s', (_, pairs, places) => {
	const results = resultsOf(...pairs.map((pair) => [pair, FORWARD] as const));
	expect(found(inputsOf('1>2', '1>3', '4>2'), results)).toStrictEqual(places);
	expect(found(inputsOf('1>2', '1>3', '4>2'), results, FORWARD)).toStrictEqual(places);
});

it('takes none of the other direction where the direction is known', () => {
	const results = resultsOf(['1>2', BACKWARD], ['2>1', FORWARD]);
	expect(found(inputsOf('1>2', '2>1'), results, FORWARD)).toStrictEqual([undefined, 1]);
});

it('learns the direction from a result that fits no input when it is turned round', () => {
	const results = resultsOf(['1>2', BACKWARD], ['2>1', FORWARD], ['3>4', FORWARD]);
	expect(found(inputsOf('1>2', '2>1', '3>4'), results)).toStrictEqual([undefined, 1, 2]);
});

it('takes what came in both directions where nothing shows the wanted one', () => {
	const inputs = inputsOf('1>2', '2>1');
	const both = resultsOf(['1>2', FORWARD], ['1>2', BACKWARD], ['2>1', FORWARD], ['2>1', BACKWARD]);
	expect(found(inputs, both)).not.toContain(undefined);
	const one = resultsOf(['1>2', FORWARD], ['2>1', BACKWARD]);
	expect(found(inputs, one)).toStrictEqual([undefined, undefined]);
});
