import type { Resource } from '../resource';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as removeLabels from './removeLabels.operation';

export const association: Resource = {
	option: { name: 'Association', value: 'association' },
	operations: [create, remove, getAll, removeLabels],
	defaultOperation: create.option.value,
};
