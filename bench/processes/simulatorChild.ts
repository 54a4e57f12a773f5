/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { seedAccount, startSimulator, type Account, type Simulator } from '../../simulator';
import { ASSOCIATION_TYPE } from '../contenders/contender';
import { emailOf, FIRST_ID } from '../rows';
import { readOrder } from './fork';
import type { SimulatorOrder, SimulatorState } from './simulatorParent';

const TEN_SECONDS_MS = 10_000;
const TOO_MANY_REQUESTS = 429;

/** The simulator in a process of its own, so that its CPU time is nobody else's. */
async function main(): Promise<void> {
	const { rows, delayMs, port, token, requestsPerTenSeconds } = readOrder<SimulatorOrder>();
	const simulator = await startSimulator({
		port,
		token,
		delayMs,
		record: false,
		rateLimit: requestsPerTenSeconds
			? { requests: requestsPerTenSeconds, windowMs: TEN_SECONDS_MS }
			: undefined,
		seed: (account) => {
			seedAccount(account);
			account.addRecords('contacts', rows, FIRST_ID, (row) => ({ email: emailOf(row) }));
			account.addRecords('companies', rows, FIRST_ID);
		},
	});
	process.on('message', () => {
		process.send?.(stateOf(simulator));
		simulator.refill();
	});
	// Whoever started it has gone.
	process.once('disconnect', () => void simulator.close());
	process.send?.({ url: simulator.url, token: simulator.token });
}

function stateOf({ account, requests }: Simulator): SimulatorState {
	const [first] = requests;
	const last = requests.at(-1);
	return {
		requests: requests.length,
		refused: requests.filter(({ status }) => status === TOO_MANY_REQUESTS).length,
		associated: countAssociated(account),
		spanMs: last ? last.startedAt - first.startedAt : 0,
	};
}

/** Each row's contact belongs to its own company, with the one label; anything else does not count. */
function countAssociated(account: Account): number {
	const { category, typeId } = ASSOCIATION_TYPE;
	const { label } = account.definition('contacts', 'companies', category, typeId);
	return account
		.associations('contacts', 'companies')
		.filter(({ fromObjectId, toObjectId }) => fromObjectId === toObjectId)
		.filter(({ labels }) => labels.length === 1 && labels[0] === label).length;
}

void main();
