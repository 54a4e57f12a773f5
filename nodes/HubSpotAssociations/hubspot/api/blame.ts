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

/** Returns the values in an error's context whose names match. */
export function valuesNamed({ context }: Failure, name: RegExp): string[] {
	return Object.entries(context ?? {}).flatMap(([key, values]) => (name.test(key) ? values : []));
}

const TYPE_NAME = /^(association)?type(id)?s?$/i;

/** With its category, as an ordinal type, or without. */
const NAMED_TYPE = /^(\d+-)?\d+$/;

/** Returns the association types that an error names. */
export function typesNamed(error: Failure): string[] {
	return valuesNamed(error, TYPE_NAME).filter((value) => NAMED_TYPE.test(value));
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
