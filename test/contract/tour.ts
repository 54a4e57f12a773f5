import type { ApiVersion } from '../../simulator/versions';

/** One request: the status that it is answered, method, path and body. */
export type Step = readonly [status: number, method: string, path: string, body?: unknown];

/** A label of contacts and companies that is there before the tour, to be renamed and deleted. */
export const TOUR_LABEL = {
	label: 'Tour',
	inverseLabel: 'Toured',
	typeId: 901,
	inverseTypeId: 902,
};

const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 };
const WRONG_LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 5, maxToObjectIds: 5 };
const PAIR = { from: { id: '1001' }, to: { id: '5001' } };
const MISSING = { from: { id: '99999901' }, to: { id: '99999902' } };
const TYPES = [{ associationCategory: 'USER_DEFINED', associationTypeId: 36 }];
const LABELED = { ...PAIR, types: TYPES };

/** Every call of the simulator, with an answer of each documented kind and some of its refusals. */
export function tourOf(version: ApiVersion): Step[] {
	return [
		...limitSteps(version),
		...labelSteps(version),
		...associationSteps(version),
		...singleRecordSteps(version),
		...usageSteps(version),
		...accountSteps(version),
		...objectSteps(version),
	];
}

function limitSteps({ roots, removalStatus }: ApiVersion): Step[] {
	const limits = `${roots.definitions[0]}/definitions/configurations`;
	const batch = `${limits}/contacts/companies/batch`;
	return [
		[201, 'POST', `${batch}/create`, { inputs: [LIMIT] }],
		[207, 'POST', `${batch}/create`, { inputs: [WRONG_LIMIT, LIMIT] }],
		[200, 'POST', `${batch}/update`, { inputs: [LIMIT] }],
		[207, 'POST', `${batch}/update`, { inputs: [WRONG_LIMIT, LIMIT] }],
		[200, 'GET', `${limits}/all`],
		[200, 'GET', `${limits}/contacts/companies`],
		[400, 'GET', `${limits}/contacts/unicorns`],
		[
			removalStatus,
			'POST',
			`${batch}/purge`,
			{ inputs: [{ category: 'HUBSPOT_DEFINED', typeId: 279 }] },
		],
	];
}

function labelSteps({ roots }: ApiVersion): Step[] {
	const labels = `${roots.definitions[0]}/contacts/companies/labels`;
	const { typeId } = TOUR_LABEL;
	return [
		[200, 'GET', labels],
		[200, 'POST', labels, { name: 'guide', label: 'Guide', inverseLabel: 'Guided' }],
		[400, 'POST', labels, { name: 'guide', label: 'Guide' }],
		[204, 'PUT', labels, { associationTypeId: typeId, label: 'Trip' }],
		[400, 'PUT', labels, { associationTypeId: 999, label: 'Trip' }],
		[204, 'DELETE', `${labels}/${typeId}`],
		[400, 'DELETE', `${labels}/${typeId}`],
	];
}

function associationSteps({ roots, removalStatus }: ApiVersion): Step[] {
	const batch = `${roots.records[0]}/contacts/companies/batch`;
	const cars = batch.replace('companies', '2-77');
	return [
		[201, 'POST', `${batch}/create`, { inputs: [LABELED] }],
		[207, 'POST', `${batch}/create`, { inputs: [LABELED, { ...LABELED, ...MISSING }] }],
		[200, 'POST', `${batch}/associate/default`, { inputs: [PAIR, MISSING] }],
		[400, 'POST', `${cars}/associate/default`, { inputs: [PAIR] }],
		[200, 'POST', `${batch}/read`, { inputs: [{ id: '1001' }] }],
		[207, 'POST', `${batch}/read`, { inputs: [{ id: '1001' }, { id: '1002' }, { id: 'x' }] }],
		[removalStatus, 'POST', `${batch}/labels/archive`, { inputs: [LABELED] }],
		[removalStatus, 'POST', `${batch}/archive`, { inputs: [{ from: PAIR.from, to: [PAIR.to] }] }],
		[200, 'POST', `${roots.records[0]}/usage/high-usage-report/7`],
		[400, 'POST', `${roots.records[0]}/usage/high-usage-report/nobody`],
	];
}

function singleRecordSteps({ roots }: ApiVersion): Step[] {
	const record = `${roots.singleRecords[0]}/contacts/1001/associations`;
	const wrong = [{ ...TYPES[0], associationTypeId: 3 }];
	return [
		[200, 'PUT', `${record}/default/companies/5002`],
		[200, 'PUT', `${record}/default/companies/999`],
		[201, 'PUT', `${record}/companies/5001`, TYPES],
		[400, 'PUT', `${record}/companies/999`, TYPES],
		[400, 'PUT', `${record}/companies/5001`, wrong],
		[200, 'GET', `${record}/companies?limit=1`],
		[200, 'GET', `${record}/companies?after=1`],
		[204, 'DELETE', `${record}/companies/5001`],
		[204, 'DELETE', `${record}/companies/5002`],
	];
}

function usageSteps({ roots }: ApiVersion): Step[] {
	const usage = `${roots.usage[0]}/associations`;
	return [
		[200, 'GET', `${usage}/labels`],
		[200, 'GET', `${usage}/labels?fromObjectTypeId=0-1`],
		[200, 'GET', `${usage}/labels?fromObjectTypeId=0-1&toObjectTypeId=0-2`],
		[400, 'GET', `${usage}/labels?fromObjectTypeId=0-9999`],
		[200, 'GET', `${usage}/records/from`],
		[200, 'GET', `${usage}/records/0-2/to`],
		[200, 'GET', `${usage}/records/0-2/0-3`],
		[400, 'GET', `${usage}/records/0-1/0-9999`],
	];
}

function accountSteps({ roots }: ApiVersion): Step[] {
	return [
		[200, 'GET', `${roots.schemas[0]}/schemas`],
		[200, 'GET', `${roots.schemas[0]}/schemas/2-77`],
		[400, 'GET', `${roots.schemas[0]}/schemas/unicorns`],
		[200, 'GET', `${roots.accountInfo[0]}/details`],
	];
}

function objectSteps({ roots }: ApiVersion): Step[] {
	const [objects] = roots.objects;
	const byEmail = { idProperty: 'email', properties: ['email', 'phone'] };
	const ids = [{ id: 'nobody@example.com' }, { id: 'aoife.murphy.1@example.com' }];
	const search = (operator: string) => ({
		filterGroups: [{ filters: [{ propertyName: 'domain', operator, values: ['a.example.com'] }] }],
		properties: ['domain'],
		limit: 100,
		after: '0',
		sorts: [],
	});
	return [
		[200, 'POST', `${objects}/contacts/batch/read`, { ...byEmail, inputs: ids.slice(1) }],
		[207, 'POST', `${objects}/contacts/batch/read`, { ...byEmail, inputs: ids }],
		[
			400,
			'POST',
			`${objects}/companies/batch/read`,
			{ inputs: ids, idProperty: 'domain', properties: [] },
		],
		[200, 'POST', `${objects}/companies/search`, search('IN')],
		[400, 'POST', `${objects}/companies/search`, search('BETWEEN')],
	];
}
