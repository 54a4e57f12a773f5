import type { Failure } from '../../outcome';

/** Which inputs of a batch its errors are about. */
export interface Blame {
	/** Inputs that an error names beyond doubt: they failed even if a result seems to match. */
	readonly surely: ReadonlyMap<number, Failure>;
	/** Inputs that an error may be about: they failed unless they have a result. */
	readonly perhaps: ReadonlyMap<number, Failure>;
	/** Errors that name nothing at all. */
	readonly unplaced: readonly Failure[];
	/** Whether an error names something outside the batch: it concerns none of its rows. */
	readonly namesOthers: boolean;
}

/** The positions of the inputs that one error names; both empty where it names something else. */
export interface Naming {
	readonly surely?: readonly number[];
	readonly perhaps?: readonly number[];
}

/**
 * Assigns every error to the inputs that it is about: HubSpot gives no index. One that names something
 * else is assigned to none, so that no row shows another record's reason.
 * @param namingOf what an error names; undefined where it names nothing
 */
export function blameErrors(
	errors: readonly Failure[],
	namingOf: (error: Failure) => Naming | undefined,
): Blame {
	const surely = new Map<number, Failure>();
	const perhaps = new Map<number, Failure>();
	const unplaced: Failure[] = [];
	let namesOthers = false;
	for (const error of errors) {
		const naming = namingOf(error);
		if (naming === undefined) unplaced.push(error);
		else if (!naming.surely?.length && !naming.perhaps?.length) namesOthers = true;
		for (const index of naming?.surely ?? []) surely.set(index, joined(surely.get(index), error));
		for (const index of naming?.perhaps ?? [])
			perhaps.set(index, joined(perhaps.get(index), error));
	}
	return { surely, perhaps, unplaced, namesOthers };
}

/** Finds the inputs of a batch that errors are about. */
export type FindBlame<Input> = (inputs: readonly Input[], errors: readonly Failure[]) => Blame;

/**
 * Returns the positions that the refusal of a whole batch is or may be about; none when that could be
 * all of them, since then nothing is known about any.
 */
export function namedBy<Input>(findBlame: FindBlame<Input>) {
	return (inputs: readonly Input[], refusal: Failure): number[] => {
		const { surely, perhaps } = findBlame(inputs, [refusal]);
		if (surely.size > 0) return [...surely.keys()];
		return perhaps.size < inputs.length ? [...perhaps.keys()] : [];
	};
}

/** Returns the values in an error's context whose names match. */
export function valuesNamed({ context }: Failure, name: RegExp): string[] {
	return Object.entries(context ?? {}).flatMap(([key, values]) => (name.test(key) ? values : []));
}

const TYPE_NAME = /^(association)?type(id)?s?$|^associationSpec$/i;

/** The key under which HubSpot lists types that a pair does not have; seen in recorded traffic. */
const WRONG_TYPES = /^INVALID_ASSOCIATION_TYPE_ID$/i;

/** "0-5": an ordinal of the category and the type id; "5"; "USER_DEFINED=5" and words after it. */
const NAMED_TYPE = /^((?:\d+-)?\d+|[A-Z_]+=\d+)(?: is not .*)?$/;

/** "0-5 is not a valid association type between …" and "… expected: 0-46. For definition 0-190". */
const TYPE_IN_MESSAGE = /^(\d+-\d+) is not a valid association type|\bfor definition (\d+-\d+)/i;

const INVALID_TYPE = /INVALID_ASSOCIATION_TYPE$/;

/** Whether an error is about association types that a pair does not have, and so about all inputs with them. */
export function isAboutTypes(error: Failure): boolean {
	return (
		INVALID_TYPE.test(error.subCategory ?? '') ||
		valuesNamed(error, WRONG_TYPES).length > 0 ||
		TYPE_IN_MESSAGE.test(error.message)
	);
}

/** Returns the association types that an error names, in its context or else in its message. */
export function typesNamed(error: Failure): string[] {
	const values = [...valuesNamed(error, TYPE_NAME), ...valuesNamed(error, WRONG_TYPES)];
	const named = values.flatMap((value) => NAMED_TYPE.exec(value)?.[1] ?? []);
	const [, first, second] = TYPE_IN_MESSAGE.exec(error.message) ?? [];
	return [...new Set(named.length > 0 ? named : [first ?? second ?? []].flat())];
}

const INVALID_IDS = /^INVALID_OBJECT_IDS?$/i;

const OBJECT_ID = /^(\w+)=(\d+)\b/;

/** Returns the records that an error lists as "DEAL=115455488855059 is not valid"; seen in recorded traffic. */
export function invalidRecords(error: Failure): Array<{ objectType: string; id: string }> {
	return valuesNamed(error, INVALID_IDS).flatMap((value) => {
		const [, objectType, id] = OBJECT_ID.exec(value) ?? [];
		return id === undefined ? [] : [{ objectType, id }];
	});
}

/** Returns a refusal that lists several records as one of them should show it, so that no row shows another record's reason. */
export function ownReason(failure: Failure, ids: readonly string[]): Failure {
	const { context, message } = failure;
	const listed = valuesNamed(failure, INVALID_IDS);
	const idIn = (value: string) => OBJECT_ID.exec(value)?.[2] ?? '';
	const own = listed.filter((value) => ids.includes(idIn(value)));
	if (own.length === 0 || own.length === listed.length) return failure;
	const others = listed.filter((value) => !own.includes(value));
	const foreign = new Set([...others, ...others.map(idIn)]);
	const kept = Object.entries(context ?? {}).map(
		([name, values]) =>
			[name, values.filter((value) => ids.includes(value) || !foreign.has(value))] as const,
	);
	const [general] = message.split(': ');
	return {
		...failure,
		message: `${general}: ${own.join('; ')}`,
		context: Object.fromEntries(kept),
	};
}

/** Matches "No contact with ID 9993051 exists"; seen in recorded traffic. */
const ID_IN_MESSAGE = /\bIDs?:? "?(\d+)/gi;

export function idsInMessage({ message }: Failure): string[] {
	return [...message.matchAll(ID_IN_MESSAGE)].map(([, id]) => id);
}

/**
 * The length in characters at which further reasons of one row are left out:
 * 2,000 inputs that share a record can have 2,000 reasons about it.
 */
const LONGEST_REASONS = 600;

/** Joins the reasons of one input: HubSpot gives two errors for an input with two wrong ids. */
export function joined(present: Failure | undefined, added: Failure): Failure {
	if (present === undefined) return added;
	if (present.message.length >= LONGEST_REASONS || present.message.includes(added.message)) {
		return present;
	}
	const message = `${present.message}; ${added.message}`;
	const advice = [...new Set([present.advice, added.advice])].filter(Boolean).join(' ');
	return { ...present, message, advice: advice || undefined };
}
