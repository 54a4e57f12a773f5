import type { Resource } from '../resource';
import * as create from './create.operation';
import * as deleteLimit from './delete.operation';
import * as getAll from './getAll.operation';
import * as sync from './sync.operation';
import * as update from './update.operation';
import * as upsert from './upsert.operation';

export const associationLimit: Resource = {
	option: { name: 'Association Limit', value: 'associationLimit' },
	operations: [create, upsert, deleteLimit, getAll, sync, update],
	defaultOperation: create.option.value,
};
