import type { Resource } from '../resource';
import * as create from './create.operation';
import * as deleteLimit from './delete.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export const associationLimit: Resource = {
	option: { name: 'Association Limit', value: 'associationLimit' },
	operations: [create, deleteLimit, getAll, update],
	defaultOperation: create.option.value,
};
