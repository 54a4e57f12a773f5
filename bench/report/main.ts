import { fail } from '../terminal';
import { renewReport } from './save';

renewReport().catch(fail);
