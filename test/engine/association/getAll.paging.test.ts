import type { INodeParameters } from 'n8n-workflow';
import { associated, associationRun, idsFrom } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

function getAll(further: INodeParameters = {}): INodeParameters {
	return associationRun('getAll', { returnAll: true, ...further });
}

function requestedIds(): unknown {
	return simulator.requests.map(({ body }) => (body as { inputs: unknown }).inputs);
}

describe('with pages of 2', () => {
	it('reads on to the end, all records of a round in one request', async () => {
		associated(simulator, 1001, idsFrom(100_001, 5));
		associated(simulator, 1002, idsFrom(100_001, 1));
		associated(simulator, 1003, idsFrom(100_001, 3));
		const { items } = await runHubSpotNode({
			simulator,
			parameters: getAll(),
			items: [{ from: 1001 }, { from: 1002 }, { from: 1003 }],
		});
		expect(items.map(({ json }) => [json.fromObjectId, json.toObjectId])).toEqual([
			...['100001', '100002', '100003', '100004', '100005'].map((id) => ['1001', id]),
			['1002', '100001'],
			...['100001', '100002', '100003'].map((id) => ['1003', id]),
		]);
		expect(requestedIds()).toEqual([
			[{ id: '1001' }, { id: '1002' }, { id: '1003' }],
			[
				{ id: '1001', after: '2' },
				{ id: '1003', after: '2' },
			],
			[{ id: '1001', after: '4' }],
		]);
	});

	it.each([
		[1, 1, [[{ id: '1001' }, { id: '1002' }, { id: '1003' }]]],
		[5, 5, [[{ id: '1001' }, { id: '1002' }, { id: '1003' }]]],
		[
			8,
			8,
			[
				[{ id: '1001' }, { id: '1002' }, { id: '1003' }],
				[
					{ id: '1001', after: '2' },
					{ id: '1003', after: '2' },
				],
			],
		],
		[
			9,
			9,
			[
				[{ id: '1001' }, { id: '1002' }, { id: '1003' }],
				[
					{ id: '1001', after: '2' },
					{ id: '1003', after: '2' },
				],
				[{ id: '1001', after: '4' }],
			],
		],
	])('reads no page too many for a limit of %i', async (limit, count, requests) => {
		associated(simulator, 1001, idsFrom(100_001, 5));
		associated(simulator, 1002, idsFrom(100_001, 1));
		associated(simulator, 1003, idsFrom(100_001, 3));
		const { items } = await runHubSpotNode({
			simulator,
			parameters: getAll({ returnAll: false, limit }),
			items: [{ from: 1001 }, { from: 1002 }, { from: 1003 }],
		});
		expect(items).toHaveLength(count);
		expect(requestedIds()).toEqual(requests);
	});

	it('reads records beyond the first 1,000 only where the limit is not filled by them', async () => {
		associated(simulator, 1001, idsFrom(100_001, 2));
		associated(simulator, 2500, idsFrom(100_001, 2));
		const run = async (limit: number) => {
			simulator.reset();
			const { items } = await runHubSpotNode({
				simulator,
				parameters: getAll({ returnAll: false, limit }),
				items: Array.from({ length: 3000 }, (_, index) => ({ from: 1001 + index })),
			});
			return [items.length, simulator.requests.length];
		};
		expect(await run(2)).toEqual([2, 1]);
		expect(await run(3)).toEqual([3, 2]);
		expect(await run(5)).toEqual([4, 3]);
	});
});
