import { accountInfoEndpoints } from './accountInfo';
import { associateEndpoints } from './associate';
import type { Endpoint } from './endpoint';
import { labelEndpoints } from './labels';
import { limitEndpoints } from './limits';

/** Every call of the simulator, once; {@link VERSIONS} says where each stands. */
export const ENDPOINTS: readonly Endpoint[] = [
	...limitEndpoints,
	...labelEndpoints,
	...associateEndpoints,
	...accountInfoEndpoints,
];
