import { succeed } from '../../../nodes/HubSpotAssociations/outcome';
import {
	createLimitsCall,
	updateLimitsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limitCalls';
import {
	limitsIn,
	type LimitInput,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'deals');
const limit = (typeId: number, maxToObjectIds = 5): LimitInput => ({
	pair: PAIR,
	category: 'HUBSPOT_DEFINED',
	typeId,
	maxToObjectIds,
});
const result = (typeId: number, userEnforcedMaxToObjectIds = 5, label?: string | null) => ({
	category: 'HUBSPOT_DEFINED',
	typeId,
	label,
	userEnforcedMaxToObjectIds,
});
const nothingRead = async () => succeed(answer(200, { results: [] }));
const update = updateLimitsCall('2026-03', PAIR, nothingRead);

it.each(API_VERSIONS)("asks as HubSpot's OpenAPI document says (%s)", (version) => {
	const path = `/crm/associations/${version}/definitions/configurations/contacts/deals/batch`;
	const body = { inputs: [{ category: 'HUBSPOT_DEFINED', typeId: 4, maxToObjectIds: 5 }] };
	const create = createLimitsCall(version, PAIR, nothingRead);
	expect(create.request([limit(4)])).toEqual({ method: 'POST', path: `${path}/create`, body });
	expect(updateLimitsCall(version, PAIR, nothingRead).request([limit(4)])).toEqual({
		method: 'POST',
		path: `${path}/update`,
		body,
	});
});

it('matches by category and type id, and adds the label that an update leaves out', () => {
	const body = { results: [{ ...result(4), category: 'USER_DEFINED' }, result(5), result(4)] };
	const inputs = [{ ...limit(4), label: 'Buyer' }, limit(5), limit(6)];
	expect(update.settle(inputs, answer(200, body))).toMatchObject([
		{
			ok: true,
			value: { category: 'HUBSPOT_DEFINED', typeId: 4, label: 'Buyer', maxToObjectIds: 5 },
		},
		{ ok: true, value: { typeId: 5, label: null } },
		{ ok: false, failure: { message: expect.stringMatching(/did not include this row/) } },
	]);
});

it('does not take a maximum for set that HubSpot answers with another number', () => {
	const [outcome] = update.settle([limit(4, 5)], answer(200, { results: [result(4, 3)] }));
	expect(outcome).toMatchObject({
		failure: {
			message: 'HubSpot responded with a maximum of 3 instead of 5',
			advice: expect.stringMatching(/^Check the limit in HubSpot/),
		},
	});
});

it('gives the refusal of a wrong type to its row alone', () => {
	const body = {
		status: 'CANCELED',
		results: [result(4)],
		errors: [
			{
				category: 'VALIDATION_ERROR',
				subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
				message: '0-5 is not a valid association type between CONTACT and DEAL',
				context: { type: ['0-5'], fromObjectType: ['CONTACT'], toObjectType: ['DEAL'] },
			},
		],
	};
	expect(update.settle([limit(4), limit(5)], answer(207, body))).toMatchObject([
		{ ok: true },
		{
			failure: {
				message: '0-5 is not a valid association type between CONTACT and DEAL',
				advice: expect.stringMatching(/^Pick the label from the list/),
			},
		},
	]);
});

it('reads no limit where the account has set none or the answer is odd', () => {
	const odd = [null, { ...result(1), category: 'ODD' }, { ...result(1), typeId: '1' }, {}];
	const unset = { ...result(2), userEnforcedMaxToObjectIds: undefined };
	expect(limitsIn(answer(200, { results: [...odd, unset, result(3, 7, 'Buyer')] }))).toEqual([
		{ category: 'HUBSPOT_DEFINED', typeId: 3, label: 'Buyer', maxToObjectIds: 7 },
	]);
});
