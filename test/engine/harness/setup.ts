/** jest's setup file of the engine tests: n8n's environment must stand before a test imports anything of n8n. */
import './environment';
