import type { IExecuteData, IPinData, IRunExecutionData } from 'n8n-workflow';

/** Makes the state of an execution that has not begun. n8n-workflow's own function for it is missing before n8n 1.115. */
export function newRunExecutionData(
	nodeExecutionStack: IExecuteData[] = [],
	pinData?: IPinData,
): IRunExecutionData {
	const data = {
		version: 1,
		startData: {},
		resultData: { runData: {}, pinData },
		executionData: {
			contextData: {},
			nodeExecutionStack,
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	};
	// The type carries a brand that only n8n can give.
	return data as unknown as IRunExecutionData;
}
