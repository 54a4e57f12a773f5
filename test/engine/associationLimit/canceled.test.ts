import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { holds } from '../faults/scenario';
import { errorOf } from '../support/refusal';
import {
	BILLING,
	CREATE,
	DECISION_MAKER,
	held,
	PURGE,
	READ_LIMITS,
	UPDATE,
	hold,
} from '../support/syncLimits';

/** HubSpot answers a batch with one wrong type as CANCELED; whether it does the others is not documented. */

const simulator = simulatorForEachTest();

const WRONG = 'HUBSPOT_DEFINED:5';

/** As recorded traffic has it. */
const CANCELED = {
	status: 'CANCELED',
	results: [],
	numErrors: 1,
	errors: [
		{
			status: 'error',
			category: 'VALIDATION_ERROR',
			subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
			message: '0-5 is not a valid association type between CONTACT and COMPANY',
			context: { type: ['0-5'], fromObjectType: ['CONTACT'], toObjectType: ['COMPANY'] },
		},
	],
};

const items = [
	{ type: DECISION_MAKER, maximum: 3 },
	{ type: WRONG, maximum: 4 },
	{ type: BILLING, maximum: 5 },
];

function cancelBatches(): void {
	simulator.faults.add({
		method: 'POST',
		when: (body) => holds(body, '5') && holds(body, 'HUBSPOT_DEFINED'),
		times: Infinity,
		fault: { kind: 'status', status: 207, body: CANCELED },
	});
}

const sent = () => simulator.requests.map(({ method, path }) => `${method} ${path}`);

it.each([
	['create', CREATE],
	['update', UPDATE],
])('%s: what is beside the wrong type is read back and sent again', async (operation, path) => {
	cancelBatches();
	const { items: done, errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits(operation),
		items,
	});
	expect(done.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errorItems.map(errorOf)).toMatchObject([
		{
			message: '0-5 is not a valid association type between CONTACT and COMPANY [item 1]',
			state: 'refused',
			retryable: false,
		},
	]);
	expect(sent()).toEqual([`${path}`, READ_LIMITS, `${path}`]);
	expect(held(simulator)).toEqual({ [DECISION_MAKER]: 3, [BILLING]: 5 });
});

it('calls done what HubSpot has carried out beside it', async () => {
	hold(simulator, { [DECISION_MAKER]: 3, [BILLING]: 5 });
	cancelBatches();
	const { items: done } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update'),
		items,
	});
	expect(done).toHaveLength(2);
	expect(sent()).toEqual([UPDATE, READ_LIMITS]);
});

it('delete: limits beside it are sent again as well', async () => {
	hold(simulator, { [DECISION_MAKER]: 3, [BILLING]: 5 });
	cancelBatches();
	const { items: done, errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('delete'),
		items,
	});
	expect([done.length, errorItems.length]).toEqual([2, 1]);
	expect(sent()).toEqual([PURGE, READ_LIMITS, PURGE]);
	expect(held(simulator)).toEqual({});
});

it('says what happened where it cannot be read back', async () => {
	cancelBatches();
	simulator.faults.add({ method: 'GET', times: Infinity, fault: { kind: 'status', status: 403 } });
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update'),
		items,
	});
	expect(errorItems.map(errorOf)[0]).toMatchObject({
		message: "HubSpot canceled this row's batch because it refused another row [item 0]",
		state: 'unknown',
		retryable: true,
	});
	expect(errorItems).toHaveLength(3);
});

it('sends nothing again where the first refusal stops the run', async () => {
	cancelBatches();
	const { error } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update'),
		items,
		onError: 'stopWorkflow',
	});
	expect(error).toMatchObject({
		message: '0-5 is not a valid association type between CONTACT and COMPANY [item 1]',
	});
	expect(sent()).toEqual([UPDATE, READ_LIMITS]);
});
