import { loadOptions, runAsTool, searchList, testCredential } from '../../../tools/engine';
import { credentialTypes, probeOptions } from './probeNode';
import { probeServerForEachTest } from './probeServer';

const server = probeServerForEachTest();

describe('searchList and loadOptions', () => {
	it('opens a list with the parameters and credentials of the node', async () => {
		const list = await searchList({
			...probeOptions(server().url, {}),
			method: 'searchPaths',
			filter: 'text',
			paginationToken: 'page2',
		});
		expect(list.results).toEqual([{ name: '/search/text/page2', value: '/search/text/page2' }]);
		expect(list.paginationToken).toBe('next');
		expect(server().seen[0].authorization).toBe('Bearer secret');
	});

	it('loads options', async () => {
		const options = await loadOptions({
			...probeOptions(server().url, { path: '/x' }),
			method: 'getPaths',
		});
		expect(options).toEqual([{ name: '/x and more', value: '/x' }]);
	});

	it('names a method that the node does not have', async () => {
		const options = { ...probeOptions(server().url, {}), method: 'absent' };
		await expect(loadOptions(options)).rejects.toThrow("no load options 'absent'");
		await expect(searchList(options)).rejects.toThrow("no list search 'absent'");
	});
});

describe('testCredential', () => {
	const test = async (token: string, baseUrl: string) =>
		await testCredential('probeApi', {
			credentialTypes,
			credentials: { probeApi: { token, baseUrl } },
		});

	it('sends the request of the test with the credential', async () => {
		expect(await test('fresh', server().url)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(server().seen).toEqual([{ path: '/me', authorization: 'Bearer fresh', body: '' }]);
	});

	it("gives n8n's message for a status without a rule", async () => {
		expect(await test('expired', server().url)).toEqual({
			status: 'Error',
			message: 'Authorization failed - please check your credentials',
		});
	});

	it('tells a server that is not there', async () => {
		expect(await test('fresh', 'http://127.0.0.1:1')).toMatchObject({ status: 'Error' });
	});

	it('refuses a type without a test', async () => {
		await expect(testCredential('probeFunctionApi', { credentialTypes })).rejects.toThrow(
			"The credential type 'probeFunctionApi' has no test",
		);
	});
});

describe('runAsTool', () => {
	const path = "={{ $fromAI('path', 'The path to ask for', 'string') }}";

	it('lets an agent fill in what $fromAI asks for', async () => {
		const run = await runAsTool({
			...probeOptions(server().url, { path }),
			calls: [{ path: '/a' }, { path: '/b' }],
		});
		expect(run).toMatchObject({ name: 'Tool', argumentNames: ['path'] });
		expect(run.answers).toEqual([{ response: [{ path: '/a' }] }, { response: [{ path: '/b' }] }]);
	});

	it("resolves $json to the agent's own item", async () => {
		const run = await runAsTool({
			...probeOptions(server().url, { path: '=/{{ $json.name }}' }),
			calls: [{}],
			items: [{ name: 'from-the-agent' }],
		});
		expect(run.answers).toEqual([{ response: [{ path: '/from-the-agent' }] }]);
	});

	it('gives the agent what the node throws', async () => {
		const run = await runAsTool({
			...probeOptions(server().url, { path }),
			calls: [{ path: '/throw' }],
		});
		expect(run.answers).toEqual([{ thrown: 'Thrown' }]);
	});

	it('refuses arguments that are not as $fromAI says', async () => {
		const run = await runAsTool({ ...probeOptions(server().url, { path }), calls: [{}] });
		expect(run.answers).toEqual([
			{ thrown: expect.stringContaining('did not match expected schema') },
		]);
		expect(server().seen).toEqual([]);
	});
});
