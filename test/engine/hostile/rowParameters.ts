import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';
import { RESOURCES } from '../../../nodes/HubSpotAssociations/actions/resources';
import { seedAccount, type Account } from '../../../simulator';
import { byId } from '../../../tools/hubSpotNode';

/** Rows that differ only in these would contradict each other, so that each row has a label of its own. */
const CONTRADICTING = new Set(['maxToObjectIds', 'label', 'inverseLabel', 'internalName']);

const FIRST_OWN_TYPE_ID = 100_000;

/** The account that an attack with so many rows meets. */
export function seedFor(
	{ parameter }: Pick<Attack, 'parameter'>,
	account: Account,
	rows: number,
): void {
	seedAccount(account);
	for (let row = 0; row < rows && CONTRADICTING.has(parameter); row++) {
		account.addLabel('0-1', '0-2', {
			label: `Own ${row}`,
			typeId: FIRST_OWN_TYPE_ID + 2 * row,
			inverseTypeId: FIRST_OWN_TYPE_ID + 2 * row + 1,
		});
	}
	account.associate('0-1', '0-2', '1001', '5001');
	account.setLimit('0-1', '0-2', 'USER_DEFINED', 38, 5);
}

/** The items that hand the values to the parameter under attack. */
export function itemsOf(
	{ parameter }: Pick<Attack, 'parameter'>,
	values: readonly unknown[],
): INodeExecutionData[] {
	const ownTypeId = (row: number) =>
		CONTRADICTING.has(parameter) ? FIRST_OWN_TYPE_ID + 2 * row : 38;
	return values.map((value, row) => ({
		json: {
			value: value as IDataObject,
			own: `USER_DEFINED:${ownTypeId(row)}`,
			text: CONTRADICTING.has(parameter) ? `Advisor ${row}` : 'Advisor',
		},
	}));
}

/** What every parameter holds that is not the one under attack: values that HubSpot takes. */
export const HARMLESS: INodeParameters = {
	fromObjectType: byId('0-1'),
	toObjectType: byId('0-2'),
	fromRecordId: '1001',
	toRecordId: '5001',
	labels: ['USER_DEFINED:38'],
	associationType: byId('={{ $json.own }}'),
	maxToObjectIds: 5,
	label: '={{ $json.text }}',
	inverseLabel: '',
	internalName: '',
	scope: 'pair',
	userId: 7,
	returnAll: true,
};

/** Parameters that are read once for the whole run. */
export const RUN_PARAMETERS = ['scope', 'returnAll', 'limit'];

export interface Attack {
	readonly resource: string;
	readonly operation: string;
	readonly parameter: string;
	/** How a resource locator was filled in; `plain` for a text where one should be. */
	readonly mode?: string;
	/** The property whose values stand in place of the record's IDs. */
	readonly idProperty?: string;
}

/** Of contacts one that is unique, of companies one that is not, so that it is searched for. */
const ID_PROPERTIES: Readonly<Record<string, string>> = {
	fromRecordId: 'email',
	toRecordId: 'domain',
};

/** Every parameter of every operation that an expression can fill for each row on its own. */
export function rowAttacks(): Attack[] {
	return RESOURCES.flatMap(({ option, operations }) =>
		operations.flatMap((operation) =>
			operation.description.parameters
				.filter(({ name, type }) => type !== 'notice' && !RUN_PARAMETERS.includes(name))
				.flatMap((property) =>
					waysOf(property).map((way) => ({
						resource: option.value,
						operation: operation.option.value,
						parameter: property.name,
						...way,
					})),
				),
		),
	);
}

/** The ways in which a parameter can hold a value. */
function waysOf({ name, modes = [] }: INodeProperties): Array<Pick<Attack, 'mode' | 'idProperty'>> {
	if (modes.length > 0) return [{ mode: 'plain' }, ...modes.map((mode) => ({ mode: mode.name }))];
	return name in ID_PROPERTIES ? [{}, { idProperty: ID_PROPERTIES[name] }] : [{}];
}

/** The parameters of an attack whose value is the item's field `value`. */
export function parametersOf(
	{ resource, operation, parameter, mode = 'plain', idProperty }: Attack,
	options: INodeParameters,
): INodeParameters {
	const value = '={{ $json.value }}';
	const side = parameter === 'fromRecordId' ? 'fromIdProperty' : 'toIdProperty';
	return {
		...HARMLESS,
		resource,
		operation,
		options: { ...options, ...(idProperty ? { [side]: idProperty } : {}) },
		[parameter]:
			mode === 'plain' ? value : ({ __rl: true, mode, value } as unknown as INodeParameters),
	};
}
