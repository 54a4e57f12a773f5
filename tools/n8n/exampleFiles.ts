/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EXAMPLES_FOLDER } from '../project';

export type SheetRow = Readonly<Record<string, string>>;

/** Puts the spreadsheets of the examples where n8n may read them. */
export function copySheets(folder: string): void {
	for (const name of readdirSync(EXAMPLES_FOLDER).filter((file) => file.endsWith('.csv'))) {
		copyFileSync(join(EXAMPLES_FOLDER, name), join(folder, name));
	}
}

export function readSheet(folder: string, name: string): SheetRow[] {
	return parse(readFileSync(join(folder, name)), { columns: true, bom: true }) as SheetRow[];
}
