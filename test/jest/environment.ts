/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import type { Circus } from '@jest/types';
import { ModuleMocker } from 'jest-mock';

/**
 * The worker's own realm as a test file's surroundings; see runtime.js.
 *
 * One test file runs in it after another, so teardown takes back what jest and the file changed of it:
 * jest's globals, the console, `process.exit` and the environment variables.
 */
export default class SharedRealmEnvironment implements JestEnvironment {
	readonly global = globalThis as unknown as JestEnvironment['global'];
	readonly moduleMocker = new ModuleMocker(globalThis);
	readonly fakeTimers = null;
	readonly fakeTimersModern: ModernFakeTimers;

	private readonly console = globalThis.console;
	private readonly exit = process.exit;
	private readonly env = { ...process.env };
	private keysBefore = new Set<string | symbol>();
	private jestKeys: Array<string | symbol> = [];

	constructor({ projectConfig }: JestEnvironmentConfig) {
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup(): Promise<void> {
		this.keysBefore = new Set(Reflect.ownKeys(globalThis));
	}

	/** The first event comes when jest has added `it`, `expect` and the like, and no file has been loaded since. */
	handleTestEvent({ name }: Circus.AsyncEvent | Circus.SyncEvent): void {
		if (name !== 'setup') return;
		this.jestKeys = Reflect.ownKeys(globalThis).filter((key) => !this.keysBefore.has(key));
	}

	async teardown(): Promise<void> {
		this.fakeTimersModern.dispose();
		for (const key of this.jestKeys) Reflect.deleteProperty(globalThis, key);
		globalThis.console = this.console;
		process.exit = this.exit;
		for (const name of Object.keys(process.env)) {
			if (!(name in this.env)) delete process.env[name];
		}
		Object.assign(process.env, this.env);
	}

	exportConditions(): string[] {
		return ['node', 'node-addons'];
	}

	/** None: runtime.js compiles for the realm that it runs in. */
	getVmContext(): null {
		return null;
	}
}
