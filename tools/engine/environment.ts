/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * What n8n-core needs of its surroundings. Must be the first import of every module of the harness that loads n8n-core,
 * since n8n-core reads the environment and the decorators' metadata while it is loaded.
 */
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LOOPBACK = '127.0.0.1,localhost';

/** n8n-core writes its settings file here when it starts; engine.ts removes the folder right after. */
export const userFolder = mkdtempSync(join(tmpdir(), 'n8n-harness-'));

process.env.N8N_USER_FOLDER = userFolder;
// The harness listens to n8n's logger instead (logs.ts); on the console it would drown the test report.
process.env.N8N_LOG_LEVEL = 'silent';
// HTTP goes to a server of the test on a loopback address: a proxy of this machine must not stand in between.
process.env.NO_PROXY = LOOPBACK;
process.env.no_proxy = LOOPBACK;
