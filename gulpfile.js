const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** TypeScript leaves these where they are; n8n looks for them beside the compiled files. */
const STATIC_FILES = [
	'nodes/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'credentials/**/*.svg',
];

/** A file whose source is gone must not be published. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

function copyStaticFiles() {
	return src(STATIC_FILES, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

exports['build:static'] = copyStaticFiles;
exports.clean = clean;
