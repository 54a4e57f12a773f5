import { accountInfoEndpoints } from './accountInfo';
import { archiveEndpoints } from './archive';
import { associateEndpoints } from './associate';
import { customSchemaEndpoints } from './customSchemas';
import type { Endpoint } from './endpoint';
import { highUsageReportEndpoints } from './highUsageReport';
import { labelEndpoints } from './labels';
import { labelUsageEndpoints } from './labelUsage';
import { limitEndpoints } from './limits';
import { objectEndpoints } from './objects';
import { readAssociationEndpoints } from './readAssociations';
import { recordUsageEndpoints } from './recordUsage';
import { searchEndpoints } from './search';
import { singleRecordEndpoints } from './singleRecords';
import { tokenEndpoints } from './token';

/** Every call of the simulator, once; {@link VERSIONS} says where each stands. */
export const ENDPOINTS: readonly Endpoint[] = [
	...limitEndpoints,
	...labelEndpoints,
	...associateEndpoints,
	...readAssociationEndpoints,
	...archiveEndpoints,
	...singleRecordEndpoints,
	...labelUsageEndpoints,
	...recordUsageEndpoints,
	...highUsageReportEndpoints,
	...customSchemaEndpoints,
	...objectEndpoints,
	...searchEndpoints,
	...tokenEndpoints,
	...accountInfoEndpoints,
];
