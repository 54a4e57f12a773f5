import type { IDataObject } from 'n8n-workflow';
import type { RecordPair } from '../../hubspot/model/recordPair';

/** Which two records something was taken from, for the item of a row. */
export function removedJson({ pair, fromId, toId }: RecordPair): IDataObject {
	return {
		fromObjectType: pair.from.spelling,
		fromObjectId: fromId,
		toObjectType: pair.to.spelling,
		toObjectId: toId,
	};
}
