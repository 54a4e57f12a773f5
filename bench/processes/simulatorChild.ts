/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { seedAccount, startSimulator, type Simulator } from '../../simulator';
import { countLabeled, LABEL } from '../modes/accounts';
import { modeCalled } from '../modes/modes';
import { emailOf, FIRST_ID } from '../rows';
import { readOrder } from './fork';
import type { SimulatorOrder, SimulatorState } from './simulatorParent';

const TEN_SECONDS_MS = 10_000;
const TOO_MANY_REQUESTS = 429;

/** The simulator in a process of its own, so that its CPU time is nobody else's. */
async function main(): Promise<void> {
	const order = readOrder<SimulatorOrder>();
	const { rows, delayMs, port, token, requestsPerTenSeconds } = order;
	const mode = order.mode === undefined ? undefined : modeCalled(order.mode);
	const simulator = await startSimulator({
		port,
		token,
		delayMs,
		record: false,
		behaviour: mode?.behaviour,
		rateLimit: requestsPerTenSeconds
			? { requests: requestsPerTenSeconds, windowMs: TEN_SECONDS_MS }
			: undefined,
		seed: (account) => {
			seedAccount(account);
			account.addRecords('contacts', rows, FIRST_ID, (row) => ({ email: emailOf(row) }));
			account.addRecords('companies', rows, FIRST_ID);
			mode?.seed?.(account, rows);
		},
	});
	process.on('message', () => {
		const done = (mode?.done ?? countLabeled(LABEL))(simulator.account, rows);
		process.send?.({ ...stateOf(simulator), done } satisfies SimulatorState);
		simulator.refill();
	});
	// Whoever started it has gone.
	process.once('disconnect', () => void simulator.close());
	process.send?.({ url: simulator.url, token: simulator.token });
}

function stateOf({ requests }: Simulator): Omit<SimulatorState, 'done'> {
	const [first] = requests;
	const last = requests.at(-1);
	return {
		requests: requests.length,
		refused: requests.filter(({ status }) => status === TOO_MANY_REQUESTS).length,
		spanMs: last ? last.startedAt - first.startedAt : 0,
	};
}

void main();
