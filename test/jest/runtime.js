const asyncHooks = require('node:async_hooks');
const { createRequire, isBuiltin } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

/** Relative and absolute paths, and the subpath imports of a package. */
const IS_PATH = /^[./#]|^[A-Za-z]:\\/;

const IS_IN_PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * Runs test files in the worker's own realm, with packages as Node.js itself loads them.
 *
 * jest's own runtime gives each test file a realm of its own and reads every package anew into it, n8n-core with all
 * that it needs among them: more than a second for each test file. Here a package is loaded once in a worker, as in an
 * n8n server. What is ours (nodes/, credentials/, test/ …) is still loaded anew for each test file, through jest's
 * registry and mocks.
 */
module.exports = class SharedPackagesRuntime extends JestRuntime {
	storages = [];

	constructor(...args) {
		super(...args);
		const { executor } = this;
		if (typeof executor?.compile !== 'function') {
			throw new Error('jest-runtime compiles modules in another way: see test/jest/runtime.js');
		}
		executor.compile = (source, filename) =>
			compileFunction(source, executor.injectedModuleParameters, { filename });
	}

	requireModule(from, moduleName, options, isRequireActual) {
		if (options?.isInternalModule) {
			return moduleName === 'node:async_hooks'
				? this.recordingAsyncHooks()
				: super.requireModule(from, moduleName, options, isRequireActual);
		}
		return isPackage(moduleName)
			? createRequire(from)(moduleName)
			: super.requireModule(from, moduleName, options, isRequireActual);
	}

	/** The worker's own `process` stays as it is. */
	installGetBuiltinModule() {}

	teardown() {
		super.teardown();
		for (const storage of this.storages) storage.disable();
	}

	/**
	 * jest-circus makes an AsyncLocalStorage for each test file and leaves it enabled. Every promise of the worker then
	 * pays for each: after thirty files, tests of many promises take five times as long.
	 */
	recordingAsyncHooks() {
		const { storages } = this;
		class RecordedStorage extends asyncHooks.AsyncLocalStorage {
			constructor(...args) {
				super(...args);
				storages.push(this);
			}
		}
		return { ...asyncHooks, AsyncLocalStorage: RecordedStorage };
	}
};

function isPackage(moduleName) {
	if (moduleName === undefined || isBuiltin(moduleName)) return false;
	return !IS_PATH.test(moduleName) || IS_IN_PACKAGE.test(moduleName);
}
