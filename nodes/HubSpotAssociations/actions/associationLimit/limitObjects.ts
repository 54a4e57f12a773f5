import type { IDataObject } from 'n8n-workflow';
import { resultsOf } from '../../hubspot/api/answer';
import { sendRead } from '../../hubspot/api/read';
import { NAMED_TYPES, namedTypesIn, type NamedType } from '../../hubspot/labels/otherSides';
import {
	addDirections,
	directionsFor,
	directionsOf,
	type DirectionsByTypeId,
} from '../../hubspot/limits/limitDirections';
import type { Limit } from '../../hubspot/limits/limits';
import {
	pairKey,
	parseObjectType,
	STANDARD_OBJECTS,
	USUAL_OBJECTS,
	type ObjectPair,
} from '../../hubspot/model/objectTypes';
import { readSchemasRequest } from '../../hubspot/records/schemas';
import { mapOutcome, type Failure, type Outcome } from '../../outcome';
import { shorten } from '../../text';
import { readLabels } from '../run/labelLookup';
import type { Session } from '../run/session';
import { limitJson } from '../typeJson';

/** The items of limits, and what the summary says about those whose objects were not found. */
interface NamedLimits {
	readonly items: IDataObject[];
	readonly notes: string[];
}

/**
 * Names the objects of the account's limits. A limit keeps null where no direction has its type, where
 * several do, and where the labels of one that may have it could not be read.
 */
export async function nameLimits(session: Session, limits: readonly Limit[]): Promise<NamedLimits> {
	const directions = directionsFor(limits);
	const failures = await readDirections(session, limits, directions);
	const items = limits.map((limit) => {
		const [pair, ...others] = directionsOf(limit, directions, session.labels);
		const isSure = pair && others.length === 0 && session.labels.get(pairKey(pair))?.ok;
		return isSure ? limitJson(pair, limit) : withoutObjects(limit);
	});
	const unnamed = items.filter(({ fromObjectType }) => fromObjectType === null).length;
	return { items, notes: unnamed > 0 ? [unnamedNote(unnamed, failures)] : [] };
}

/**
 * Reads schemas until every limit has a direction: they say which directions have an association type with
 * its ID, and the labels of each direction whether it is that type. One after the other, because the first
 * ones nearly always suffice.
 * @returns why some could not be read
 */
async function readDirections(
	session: Session,
	limits: readonly Limit[],
	directions: DirectionsByTypeId,
): Promise<Failure[]> {
	const failures: Failure[] = [];
	let isAnyRead = false;
	let open = limits;
	for (const read of schemaReads(session)) {
		open = open.filter((limit) => directionsOf(limit, directions, session.labels).length === 0);
		if (open.length === 0) break;
		const schema = await read();
		isAnyRead ||= schema.ok;
		const failed = schema.ok
			? await checkDirections(session, addDirections(directions, schema.value))
			: [schema.failure];
		failures.push(...failed);
		if (!isAnyRead || failed.some(concernsFurther)) break;
	}
	return failures;
}

type SchemaRead = () => Promise<Outcome<NamedType[]>>;

/** Returns the reads of all schemas, most telling first; the custom objects take one request together. */
function schemaReads({ sender, options }: Session): SchemaRead[] {
	const { apiVersion } = options;
	const readOne = (id: string): SchemaRead[] => {
		const from = parseObjectType(id);
		return from ? [() => sendRead(sender.send, apiVersion, { from }, NAMED_TYPES)] : [];
	};
	const readCustom = async () =>
		mapOutcome(await sender.send(readSchemasRequest(apiVersion)), (answer) =>
			resultsOf(answer).flatMap(namedTypesIn),
		);
	const others = STANDARD_OBJECTS.map(({ id }) => id).filter((id) => !USUAL_OBJECTS.includes(id));
	return [...USUAL_OBJECTS.flatMap(readOne), readCustom, ...others.flatMap(readOne)];
}

/** Reads the labels of each direction, and returns why some could not be read. */
async function checkDirections(session: Session, pairs: readonly ObjectPair[]): Promise<Failure[]> {
	const labels = await readLabels(session, pairs);
	return [...new Set(pairs.map(pairKey))].flatMap((key) => {
		const read = labels.get(key);
		return read?.ok === false ? [read.failure] : [];
	});
}

/** Refusals that can be about one object alone: an account does not have, and a token may not read, all of them. */
const ABOUT_ONE_OBJECT = [400, 403, 404];

/** Whether further requests would fare no better, so that none is sent. */
function concernsFurther({ status }: Failure): boolean {
	return status === undefined || !ABOUT_ONE_OBJECT.includes(status);
}

function withoutObjects({ category, typeId, label, maxToObjectIds }: Limit): IDataObject {
	return {
		fromObjectType: null,
		toObjectType: null,
		label,
		maxToObjectIds,
		category,
		typeId,
		fromObjectTypeId: null,
		toObjectTypeId: null,
	};
}

function unnamedNote(count: number, [failure]: readonly Failure[]): string {
	const words = `${count} limit${count === 1 ? '' : 's'} without objects`;
	return failure ? `${words}: ${shorten(failure.message)}` : words;
}
