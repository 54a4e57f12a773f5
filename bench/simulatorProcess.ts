/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { seedAccount, startSimulator } from '../test/simulator';
import { FIRST_ID } from './rows';

/** The simulator in a process of its own, so that its CPU time is nobody else's. */
async function main(): Promise<void> {
	const [rows, delayMs] = process.argv.slice(2).map(Number);
	const simulator = await startSimulator({
		delayMs,
		record: false,
		seed: (account) => {
			seedAccount(account);
			account.addRecords('contacts', rows, FIRST_ID);
			account.addRecords('companies', rows, FIRST_ID);
		},
	});
	let counted = 0;
	process.on('message', () => {
		process.send?.({ requests: simulator.requests.length - counted });
		counted = simulator.requests.length;
	});
	process.send?.({ url: simulator.url, token: simulator.token });
}

void main();
