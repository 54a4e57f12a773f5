import fc from 'fast-check';
import { RANDOM_SEED } from '../randomSeed';

/** jest's setup file of all tests. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: RANDOM_SEED });
