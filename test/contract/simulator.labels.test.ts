import { startSimulator, type BehaviourOptions, type Simulator } from '../../simulator';
import { callerOf, type Caller } from './call';

const LABELS = '/crm/associations/2026-09/contacts/companies/labels';
const CAR_LABELS = '/crm/associations/2026-09/contacts/2-77/labels';

interface Refused {
	message: string;
	subCategory?: string;
}

interface Listed {
	results: Array<{ typeId: number; label: string | null }>;
}

describe("the simulator's labels", () => {
	let simulator: Simulator;
	let call: Caller;

	async function start(behaviour: BehaviourOptions = {}): Promise<void> {
		simulator = await startSimulator({ behaviour });
		call = callerOf(simulator);
	}

	async function refused(name: string, label: string): Promise<unknown[]> {
		const { status, body } = await call('POST', LABELS, { name, label });
		const { message, subCategory } = body as Refused;
		return [status, message, subCategory];
	}

	async function texts(path: string): Promise<Array<string | null>> {
		const { body } = await call('GET', path);
		return (body as Listed).results.map(({ label }) => label);
	}

	afterEach(() => simulator.close());

	it('refuses bad names, names and texts that are taken, and the label above the last, in the words seen', async () => {
		await start({ labelsPerPair: 3 });
		expect((await refused('with-hyphen', 'A'))[0]).toBe(400);
		expect((await refused('1st', 'A'))[0]).toBe(400);
		expect(await refused('champion', 'A')).toEqual([
			400,
			'Association definition named champion already exists for portal',
			undefined,
		]);
		expect(await refused('other', 'Decision Maker')).toEqual([
			400,
			'Association definition label Decision Maker already exists on ObjectType pair',
			'AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL',
		]);
		expect((await refused('third', 'Third'))[0]).toBe(200);
		expect(await refused('fourth', 'Fourth')).toEqual([
			437,
			'No more than 3 association types are allowed between 0-1 and 0-2',
			undefined,
		]);
	});

	it('answers both directions without object types, and the unlabeled pair with the first label of a custom object', async () => {
		await start({});
		simulator.account.addObjectType({ objectTypeId: '2-78', name: 'boats' });
		const post = async (name: string, path: string) => {
			const body = { name, label: name, inverseLabel: `${name} of` };
			return (await call('POST', path, body)).body as Listed;
		};
		const boats = LABELS.replace('companies', '2-78');
		expect((await post('skipper', boats)).results.map(({ label }) => label)).toEqual([
			'skipper',
			'skipper of',
			null,
			null,
		]);
		expect((await post('sailor', boats)).results).toEqual(
			['sailor', 'sailor of'].map((label) => ({
				category: 'USER_DEFINED',
				typeId: expect.any(Number),
				label,
				fromObjectTypeId: null,
				toObjectTypeId: null,
			})),
		);
		expect((await post('owner', CAR_LABELS)).results).toHaveLength(2);
	});

	it.each([
		['bothSides', 'Decider'],
		['oneSide', 'Decided By'],
	] as const)('renameWithoutInverse: %s', async (renameWithoutInverse, inverse) => {
		await start({ renameWithoutInverse });
		await call('PUT', LABELS, { associationTypeId: 36, label: 'Decider' });
		expect(await texts(LABELS)).toContain('Decider');
		const reverse = LABELS.replace('contacts/companies', 'companies/contacts');
		expect(await texts(reverse)).toContain(inverse);
		const both = { associationTypeId: 36, label: 'One', inverseLabel: 'Other' };
		await call('PUT', LABELS, both);
		expect(await texts(reverse)).toContain('Other');
	});

	it.each([
		[true, 400],
		[false, 200],
	])('labelNamesAreUnique: %s', async (labelNamesAreUnique, status) => {
		await start({ labelNamesAreUnique });
		expect((await refused('champion', 'Champion'))[0]).toBe(status);
	});

	it('deletes a label with both sides, and the unlabeled type only after the last label', async () => {
		await start();
		const [unlabeled] = simulator.account.labels('contacts', '2-77');
		const message = async (typeId: number) => {
			const { status, body } = await call('DELETE', `${CAR_LABELS}/${typeId}`);
			return [status, (body as Partial<Refused>).message];
		};
		expect(await message(999)).toEqual([400, 'Unable to find objectTypeIds']);
		expect(await message(unlabeled.typeId)).toEqual([
			400,
			`Definition with label still exists; Cannot delete unlabeled type with associationTypeId ${unlabeled.typeId}`,
		]);
		expect((await message(45))[0]).toBe(204);
		expect(await texts(CAR_LABELS)).toEqual([null]);
		expect(simulator.account.labels('2-77', 'contacts')).toHaveLength(1);
		expect((await message(unlabeled.typeId))[0]).toBe(204);
		expect(await message(unlabeled.typeId)).toEqual([400, 'Unable to find objectTypeIds']);
	});
});
