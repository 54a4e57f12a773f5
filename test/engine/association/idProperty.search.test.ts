import type { IDataObject } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { callCounts } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { byEmailAndDomain, emailOf } from '../support/idProperties';
import { reasonOf } from '../support/refusal';

const simulator = simulatorForEachTest();

describe('search', () => {
	it('halves a search with so many results that its pages would take longer', async () => {
		simulator.account.addRecords('companies', 10_500, 100_001, (index) => ({
			domain: index < 10_300 ? 'busy.example' : `quiet-${index}.example`,
		}));
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(simulator, 1001), to: 'busy.example' },
				...Array.from({ length: 7 }, (_, index) => ({
					from: emailOf(simulator, 1001),
					to: `quiet-${10_300 + index}.example`,
				})),
			],
		});
		expect(items).toHaveLength(7);
		expect(errorItems.map(reasonOf)).toEqual([
			expect.stringContaining(
				'More than one record of companies has the domain "busy.example": 100001, 100002',
			),
		]);
		// 8 values, then 4 and 4, 2 and 2, 1 and 1: the busy one is never read beyond its first page.
		expect(callCounts(simulator)['search 0-2']).toBe(7);
	});

	it('reads further pages where they are few', async () => {
		simulator.account.addRecords('companies', 250, 100_001, (index) => ({
			domain: index < 249 ? 'busy.example' : 'quiet.example',
		}));
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(simulator, 1001), to: 'busy.example' },
				{ from: emailOf(simulator, 1001), to: 'quiet.example' },
			],
		});
		expect(items.map(({ json }) => json.toObjectId)).toEqual(['100250']);
		expect(errorItems).toHaveLength(1);
		expect(callCounts(simulator)['search 0-2']).toBe(2);
	});

	/** Rows for so many companies, each with a domain of its own. */
	function rowsByDomain(account: Account, count: number): IDataObject[] {
		account.addRecords('companies', count, 100_001, (index) => ({
			domain: `many-${index}.example`,
		}));
		return Array.from({ length: count }, (_, index) => ({
			from: emailOf(simulator, 1001),
			to: `many-${index}.example`,
		}));
	}

	it('sends no more searches in a second than HubSpot allows', async () => {
		const items = rowsByDomain(simulator.account, 1000);
		const run = await runHubSpotNode({ simulator, parameters: byEmailAndDomain(), items });
		expect(run.items).toHaveLength(1000);
		const sentAt = simulator.requests
			.filter(({ path }) => path.endsWith('/search'))
			.map(({ startedAt }) => startedAt);
		expect(sentAt).toHaveLength(10);
		// Four in each second: the ninth and tenth wait for the third.
		expect(sentAt[9] - sentAt[0]).toBeGreaterThan(1800);
	});

	describe('in an account that allows one a second', () => {
		const limited = simulatorForEachTest({
			rateLimit: { requests: 1000, windowMs: 10_000, searches: 1 },
		});

		it('waits where HubSpot says that there were too many all the same', async () => {
			const items = rowsByDomain(limited.account, 200);
			const run = await runHubSpotNode({
				simulator: limited,
				parameters: byEmailAndDomain(),
				items,
			});
			expect(run.items).toHaveLength(200);
			expect(limited.requests.some(({ status }) => status === 429)).toBe(true);
		});
	});
});

describe('requests are the least possible', () => {
	it('5,000 rows by email to 300 domains with labels kept: 62', async () => {
		const { account } = simulator;
		account.addRecords('contacts', 5000, 100_001, (index) => ({ email: `p${index}@example.com` }));
		account.addRecords('companies', 300, 200_001, (index) => ({ domain: `d${index}.example` }));
		account.associate('contacts', 'companies', '100001', '200001', ['Primary']);
		const { items, hints } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(
				{ labels: ['USER_DEFINED:36'] },
				{ existingLabels: 'keep', requestsPerTenSeconds: 1000 },
			),
			items: Array.from({ length: 5000 }, (_, index) => ({
				from: `p${index}@example.com`,
				to: `d${index % 300}.example`,
			})),
		});
		expect(items).toHaveLength(5000);
		expect(items[0].json.labels).toEqual(['Decision Maker', 'Primary']);
		expect(callCounts(simulator)).toEqual({
			// 5,000 emails, 100 a request.
			'batch/read 0-1': 50,
			// Domains are not unique: one request to learn it, then 100 values a search.
			'batch/read 0-2': 1,
			'search 0-2': 3,
			// 5,000 records, 1,000 a request.
			'read 0-1>0-2': 5,
			// 5,000 pairs, 2,000 a request.
			'create 0-1>0-2': 3,
		});
		expect(hints[0].message).toContain('62 requests');
	});
});
