/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { JestEnvironmentConfig } from '@jest/environment';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as n8nWorkflow from 'n8n-workflow';
import SharedRealmEnvironment from '../../jest/environment';

describe('the realm of the tests', () => {
	it('is that of Node.js, so that its errors are errors and its objects objects', () => {
		expect(() => readFileSync('/there/is/no/such/file')).toThrow(Error);
		expect(Object.getPrototypeOf(structuredClone({}))).toBe(Object.prototype);
	});

	it('has each package once, whichever way it is asked for', () => {
		const load = createRequire(__filename);
		const { Workflow } = load(load.resolve('n8n-workflow')) as typeof n8nWorkflow;
		expect(Workflow).toBe(n8nWorkflow.Workflow);
	});
});

describe('the end of a test file', () => {
	const before = { ...process.env };
	const { console } = globalThis;
	const { exit } = process;

	it('takes back environment variables, the console and the exit of the process', async () => {
		const environment = new SharedRealmEnvironment({ projectConfig: {} } as JestEnvironmentConfig);
		process.env.PATH = 'changed';
		process.env.OF_THIS_FILE = 'new';
		globalThis.console = { ...console };
		process.exit = () => exit();
		await environment.teardown();
		expect(process.env).toEqual(before);
		expect(globalThis.console).toBe(console);
		expect(process.exit).toBe(exit);
	});

	it("takes away jest's own globals and leaves those that packages have set", async () => {
		const environment = new SharedRealmEnvironment({ projectConfig: {} } as JestEnvironmentConfig);
		await environment.setup();
		Object.assign(globalThis, { ofJest: 1 });
		environment.handleTestEvent({ name: 'setup' } as never);
		Object.assign(globalThis, { ofPackage: 1 });
		await environment.teardown();
		expect(globalThis).not.toHaveProperty('ofJest');
		expect(globalThis).toHaveProperty('ofPackage');
		Reflect.deleteProperty(globalThis, 'ofPackage');
	});
});
