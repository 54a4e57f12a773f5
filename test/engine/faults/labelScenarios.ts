import type { INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId, fromList } from '../../../tools/hubSpotNode';
import { all } from './faultCase';
import { ALL_ROWS, type Scenario } from './scenario';

/** Own labels of the account, beside those that the simulator's own account has. */
const SPONSORS = ['60', '62', '64', '66'];

/** Labels that the account does not have. */
const NEW_LABELS = ['Advisor', 'Board Member', 'Chair', 'Deputy'];

const OBJECTS: INodeParameters = {
	fromObjectType: fromList('0-1'),
	toObjectType: fromList('0-2'),
};

const LABELS = /\/0-1\/0-2\/labels$/;

function addSponsors(account: Account): void {
	for (const id of SPONSORS) {
		account.addLabel('contacts', 'companies', {
			label: `Sponsor ${id}`,
			typeId: Number(id),
			inverseTypeId: Number(id) + 1,
		});
	}
}

/** How many labels read so: one too many must show. */
function countOf(account: Account, label: string): number {
	return account.labels('contacts', 'companies').filter((one) => one.label === label).length;
}

function textOf(account: Account, typeId: string): string | null {
	const labels = account.labels('contacts', 'companies');
	return labels.find((one) => one.typeId === Number(typeId))?.label ?? null;
}

function inverseTextOf(account: Account, typeId: string): string | null {
	const labels = account.labels('companies', 'contacts');
	return labels.find((one) => one.typeId === Number(typeId) + 1)?.label ?? null;
}

/** A label whose answer was lost is looked for before it is made or deleted again. */
const lookedFor: Pick<Scenario, 'readBackRows' | 'exceptions'> = {
	readBackRows: ALL_ROWS,
	exceptions: {
		'connection lost after the change, then 429 DAILY': {
			marks: '✓✗⟳∅⟳∅⟳',
			why: 'the labels of the account show that it is done',
		},
	},
};

/** A label whose answer leaves the change open is read back, but not before a lost request is sent again. */
const sentAgain: Pick<Scenario, 'readBackRows' | 'exceptions'> = {
	readBackRows: ALL_ROWS,
	exceptions: {
		'connection lost after the change, for good, one retry': {
			marks: all('?⟳'),
			why: 'sending the same texts again does no harm, so the label is not read back',
		},
	},
};

const own: Omit<Scenario, 'operation' | 'target'> = {
	resource: 'associationLabel',
	parameters: { ...OBJECTS, associationType: byId('={{ $json.type }}') },
	items: SPONSORS.map((id, row) => ({ type: `USER_DEFINED:${id}`, text: NEW_LABELS[row] })),
	seed: addSponsors,
	shape: 'each',
	names: SPONSORS,
	stateOf: (account, row) => textOf(account, SPONSORS[row]),
};

const newLabels: Omit<Scenario, 'target' | 'shape'> = {
	resource: 'associationLabel',
	operation: 'create',
	parameters: { ...OBJECTS, label: '={{ $json.text }}' },
	items: NEW_LABELS.map((text) => ({ text })),
	names: NEW_LABELS,
	stateOf: (account, row) => countOf(account, NEW_LABELS[row]),
	assigned: ['typeId', 'inverseTypeId'],
};

const create: Scenario = {
	...newLabels,
	target: { method: 'POST', path: LABELS },
	shape: 'each',
	...lookedFor,
};

const ofTwoTexts = { ...newLabels.parameters, inverseLabel: '={{ $json.text }} of' };

export const labelScenarios: readonly Scenario[] = [
	create,
	{ ...create, variant: 'a pair of labels', parameters: ofTwoTexts },
	{
		...newLabels,
		variant: 'a pair of labels: looking for them first',
		parameters: ofTwoTexts,
		target: { method: 'GET', path: LABELS },
		shape: 'shared',
	},
	{
		...create,
		operation: 'upsert',
		variant: 'a new label',
		assigned: [...(newLabels.assigned ?? []), 'action'],
	},
	{
		...own,
		operation: 'upsert',
		variant: 'another inverse text',
		parameters: {
			...OBJECTS,
			label: '={{ "Sponsor " + $json.type.split(":")[1] }}',
			inverseLabel: '={{ $json.text }}',
		},
		target: { method: 'PUT', path: LABELS },
		isAlone: true,
		...sentAgain,
		stateOf: (account, row) => inverseTextOf(account, SPONSORS[row]),
	},
	{
		...own,
		operation: 'update',
		parameters: { ...own.parameters, label: '={{ $json.text }}' },
		target: { method: 'PUT', path: LABELS },
		isAlone: true,
		...sentAgain,
	},
	{
		...own,
		operation: 'update',
		variant: 'the inverse text alone: reading the labels',
		parameters: { ...own.parameters, inverseLabel: '={{ $json.text }}' },
		target: { method: 'GET', path: LABELS },
		shape: 'shared',
		stateOf: (account, row) => inverseTextOf(account, SPONSORS[row]),
	},
	{
		...own,
		operation: 'delete',
		target: { method: 'DELETE', path: /\/0-1\/0-2\/labels\/\d+$/ },
		isAlone: true,
		...lookedFor,
	},
	{
		...own,
		operation: 'getAll',
		parameters: { ...OBJECTS, returnAll: true },
		target: { method: 'GET', path: LABELS },
		shape: 'shared',
		names: [],
		stateOf: undefined,
	},
	{
		...own,
		operation: 'getUsage',
		parameters: { ...OBJECTS, scope: 'pair' },
		target: { method: 'GET', path: /\/associations\/labels$/ },
		shape: 'shared',
		names: [],
		stateOf: undefined,
	},
];
