const { dest, src } = require('gulp');

/** TypeScript leaves these where they are; n8n looks for them beside the compiled files. */
const STATIC_FILES = ['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'];

function buildIcons() {
	return src(STATIC_FILES, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

exports['build:icons'] = buildIcons;
