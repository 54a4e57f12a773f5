/** jest's setup file of the engine tests: n8n-core must have started, in its own folder, before a test imports anything of n8n. */
import './engine';
