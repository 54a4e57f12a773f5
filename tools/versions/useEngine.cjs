/**
 * Preloaded into a process (`node --require`): all that it loads gets n8n's packages from the engine in
 * the folder that ENGINE_FOLDER names, in place of the project's own.
 */
const Module = require('node:module');
const { join } = require('node:path');

const N8N_PACKAGES = /^(n8n-core|n8n-workflow|reflect-metadata)(\/|$)/;

const folder = process.env.ENGINE_FOLDER;
const fromEngine = Module.createRequire(join(folder, 'package.json'));
const resolve = Module._resolveFilename;

/** What the engine itself asks for is left alone: its packages may hold further versions of each other. */
Module._resolveFilename = function (request, parent, ...further) {
	return N8N_PACKAGES.test(request) && !parent?.filename?.startsWith(folder)
		? fromEngine.resolve(request)
		: resolve.call(this, request, parent, ...further);
};
