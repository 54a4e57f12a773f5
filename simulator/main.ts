/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'node:util';
import { SEED, seedAccount, startSimulator, type Simulator } from '.';

const HELP = `Starts a HubSpot account on this machine, to try the node without a HubSpot account.

  npm run simulator -- [options]

  --port <number>          the port to listen on (default 3478; 0 takes any free one)
  --delay <ms>             how long each answer takes (default 0)
  --rate <number>          requests per 10 seconds (default: no limit)
  --burst <number>         of association, label and limit calls and searches per 10 seconds, which HubSpot
                           counts on their own (default: as many as --rate)
  --no-edit-permission     the user who connects OAuth2 may not edit associations: refused from version 2026-09 on
  --seed-records <number>  as many more contacts and companies, from id 100001 on
  --help                   this text`;

const OPTIONS = {
	port: { type: 'string', default: '3478' },
	delay: { type: 'string', default: '0' },
	rate: { type: 'string' },
	burst: { type: 'string' },
	'no-edit-permission': { type: 'boolean', default: false },
	'seed-records': { type: 'string', default: '0' },
	help: { type: 'boolean', default: false },
} as const;

const FIRST_EXTRA_ID = 100_001;
const TEN_SECONDS_MS = 10_000;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: OPTIONS });
	if (values.help) return print(HELP);
	const extra = wholeNumber('seed-records', values['seed-records']);
	const simulator = await startSimulator({
		port: wholeNumber('port', values.port),
		delayMs: wholeNumber('delay', values.delay),
		rateLimit: rateLimitOf(values),
		oauth: { mayEditAssociations: !values['no-edit-permission'] },
		record: false,
		seed: (account) => {
			seedAccount(account);
			account.addRecords('contacts', extra, FIRST_EXTRA_ID);
			account.addRecords('companies', extra, FIRST_EXTRA_ID);
		},
	});
	print(welcome(simulator));
	process.once('SIGINT', () => void simulator.close());
	process.once('SIGTERM', () => void simulator.close());
}

function rateLimitOf({ rate, burst }: { rate?: string; burst?: string }) {
	if (rate === undefined && burst === undefined) return undefined;
	return {
		requests: rate === undefined ? Infinity : wholeNumber('rate', rate),
		exemptRequests: burst === undefined ? undefined : wholeNumber('burst', burst),
		windowMs: TEN_SECONDS_MS,
	};
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function wholeNumber(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}"`);
	return Number(text);
}

function welcome({ url, token, account, oauth }: Simulator): string {
	const kinds = ['contacts', 'companies', 'deals', 'tickets', SEED.cars.objectTypeId];
	const records = kinds.map((kind) => {
		const { size } = account.records(kind);
		const [firstId] = account.records(kind).ids();
		return `  ${kind.padEnd(10)} ${String(size).padStart(7)}   from id ${firstId}`;
	});
	const labels = account
		.labels('contacts', 'companies')
		.map(({ category, typeId, label }) => `  ${category}:${typeId}  ${label ?? '(unlabeled)'}`);
	return `A HubSpot account is running on this machine. Ctrl-C ends it.

  Address  ${url}
  Token    ${token}

OAuth2, if you want to try it
  Token call     ${url}/oauth/v1/token
  Client         ${oauth.clientId} / ${oauth.clientSecret}
  Refresh token  ${oauth.refreshToken}

Records (${SEED.cars.objectTypeId} is a custom object, "Cars")
${records.join('\n')}

Association types from contacts to companies
${labels.join('\n')}

Try it
  curl -H 'Authorization: Bearer ${token}' ${url}/crm/associations/2026-03/contacts/companies/labels`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
