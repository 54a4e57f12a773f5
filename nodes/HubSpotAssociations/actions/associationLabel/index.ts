import type { Resource } from '../resource';
import * as create from './create.operation';
import * as deleteLabel from './delete.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export const associationLabel: Resource = {
	option: { name: 'Association Label', value: 'associationLabel' },
	operations: [create, deleteLabel, getAll, update],
	defaultOperation: create.option.value,
};
