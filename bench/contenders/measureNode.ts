import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { stopwatch, type Measured } from './contender';

type ExecutableNode = INodeType & {
	execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]>;
};

/**
 * Measures what a node's `execute` takes within a run of the engine.
 * @param work runs the engine with the node that it is given and returns how many rows are confirmed
 */
export async function measureNode(
	work: (watch: (node: ExecutableNode) => INodeType) => Promise<number>,
): Promise<Measured> {
	let measured = { ms: 0, cpuMs: 0 };
	const confirmed = await work((node) => {
		const { execute } = node;
		node.execute = async function (this: IExecuteFunctions) {
			const stop = stopwatch();
			try {
				return await execute.call(this);
			} finally {
				measured = stop();
			}
		};
		return node;
	});
	return { ...measured, confirmed };
}
