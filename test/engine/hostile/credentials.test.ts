import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createAssociations } from '../../../tools/hubSpotNode';
import { simulatorForAllTests } from '../../support/simulator';
import { guardConnections, type Connection, type ConnectionGuard } from './connections';
import { credentialAttacks, hostileFields } from './credentialParameters';
import { bothCredentials, findingsOf, NONE, OPTIONS, runHostile } from './hostileRun';
import { RANDOM_SEED } from '../../randomSeed';
import { AGAIN, RUN_VALUES, RUNS_MS } from './settings';

const simulator = simulatorForAllTests();
let guard: ConnectionGuard;

beforeAll(() => {
	guard = guardConnections(Number(new URL(simulator.url).port));
});

afterAll(() => guard.restore());

describe(`hostile values in credentials (${AGAIN})`, () => {
	it.each(credentialAttacks())(
		'$credential: $field',
		async (attack) => {
			const { credential, authentication, field } = attack;
			for (const value of hostileFields(attack, simulator.url, RUN_VALUES, RANDOM_SEED)) {
				simulator.refill({});
				guard.connections.length = 0;
				const credentials = bothCredentials(simulator);
				Object.assign<ICredentialDataDecryptedObject, object>(credentials[credential], {
					[field]: value,
				});
				const played = await runHostile(
					createAssociations({ authentication, options: OPTIONS }),
					[{ json: { from: '1001', to: '5001' } }],
					credentials,
				);
				const found = findingsOf(played, simulator.requests, { operation: 'create', rows: 1 });
				const readable = guard.connections.filter(isReadableByOthers);
				expect({ value, ...found, readable }).toEqual({ value, ...NONE, readable: [] });
				if (guard.connections.length === 0) {
					expect(JSON.stringify(played.errorItems)).not.toContain('may still have made the change');
				}
			}
		},
		RUNS_MS,
	);
});

/** A token may go over no such connection. */
function isReadableByOthers({ host, isEncrypted }: Connection): boolean {
	return !isEncrypted && !/^(localhost|127(\.\d+){3}|::1)$/.test(host);
}
