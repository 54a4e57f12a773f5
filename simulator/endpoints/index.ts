import { accountInfoEndpoints } from './accountInfo';
import { archiveEndpoints } from './archive';
import { associateEndpoints } from './associate';
import { customSchemaEndpoints } from './customSchemas';
import type { Endpoint } from './endpoint';
import { labelEndpoints } from './labels';
import { limitEndpoints } from './limits';
import { objectEndpoints } from './objects';
import { readAssociationEndpoints } from './readAssociations';
import { searchEndpoints } from './search';
import { tokenEndpoints } from './token';
import { usageEndpoints } from './usage';

/** Every call of the simulator, once; {@link VERSIONS} says where each stands. */
export const ENDPOINTS: readonly Endpoint[] = [
	...limitEndpoints,
	...labelEndpoints,
	...associateEndpoints,
	...readAssociationEndpoints,
	...archiveEndpoints,
	...usageEndpoints,
	...customSchemaEndpoints,
	...objectEndpoints,
	...searchEndpoints,
	...tokenEndpoints,
	...accountInfoEndpoints,
];
