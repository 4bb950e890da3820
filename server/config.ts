import { existsSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../plan/errors.ts';
import type { ConfiguredSite } from '../workflow/register-plans.ts';
import { faultOf } from './setting-fault.ts';
import { parseSites, siteFaults } from './site-settings.ts';

/** Everything that can be set. `.env.sample` lists the same names in the same order; a test compares them. */
const SCHEMA = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  MILEPOST_HOST: z.string().default('127.0.0.1'),
  MILEPOST_PUBLIC_URL: z.url().optional(),
  MILEPOST_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MILEPOST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

  MICROSOFT_APP_ID: z.guid().optional(),
  MICROSOFT_APP_TENANT_ID: z.guid().optional(),
  MICROSOFT_APP_TYPE: z.enum(['UserAssignedMSI', 'SingleTenant']).default('UserAssignedMSI'),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  MILEPOST_TAB_APP_ID: z.guid().optional(),
  MILEPOST_TEAMS_APP_ID: z.guid().optional(),
  MILEPOST_GRAPH_CLIENT_ID: z.guid().optional(),
  MILEPOST_SETUP_CLIENT_ID: z.guid().optional(),
  MILEPOST_SETUP_CLIENT_SECRET: z.string().min(1).optional(),
  MILEPOST_BOT_AUTH: z.enum(['entra', 'anonymous']).default('entra'),

  MILEPOST_SITES: z.string().default(''),
  MILEPOST_SYNC_SECONDS: z.coerce.number().int().min(1).max(3600).default(30),
  MILEPOST_GRAPH_UNITS_PER_MINUTE: z.coerce.number().int().min(100).max(1_000_000).default(1250),
  MILEPOST_SEND_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(120).default(15),

  MILEPOST_GRAPH_URL: z.url({ protocol: /^https$/ }).default('https://graph.microsoft.com/'),
  MILEPOST_AUTHORITY_URL: z.url({ protocol: /^https$/ }).default('https://login.microsoftonline.com/'),
  MILEPOST_SIGN_IN_URL: z.url({ protocol: /^https?$/ }).optional(),
  MILEPOST_CHANNEL_SERVICE_URLS: z.string().default('https://smba.trafficmanager.net/'),
  MILEPOST_FILE_URLS: z.string().default('https://*.sharepoint.com/,https://*.sharepoint.us/'),
  MILEPOST_OPENID_METADATA_URL: z.url().optional(),
  MILEPOST_CA_FILE: z.string().optional(),
  MILEPOST_CLOCK: z.enum(['real', 'driven']).default('real'),
  MILEPOST_CLOCK_URL: z.url().optional(),
});

/** Names of all settings, in the order of `.env.sample`. */
export const SETTING_NAMES: readonly string[] = Object.keys(SCHEMA.shape);

/** What the process was told. Read once at start, frozen. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people's browsers reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDirectory: string;
  /** PostgreSQL server; `null` = PGlite in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly logLevel: string;
  readonly botAuthentication: 'entra' | 'anonymous';
  /** Blank only where `botAuthentication` is `anonymous`. */
  readonly appId: string;
  readonly tenantId: string;
  readonly appType: 'UserAssignedMSI' | 'SingleTenant';
  readonly appPassword: string | null;
  /** App id that reads and writes the lists. */
  readonly graphClientId: string;
  /** App id that makes the lists, where it is another. Only `npm run provision` uses it. */
  readonly setupClientId: string | null;
  /** `null` = an administrator signs in. */
  readonly setupClientSecret: string | null;
  readonly tabAppId: string;
  readonly teamsAppId: string;
  /** Each plan's site. */
  readonly sites: readonly ConfiguredSite[];
  readonly syncIntervalMs: number;
  /** SharePoint resource units that the tenant allows Milepost in a minute. */
  readonly graphUnitsPerMinute: number;
  readonly sendTimeoutMs: number;
  readonly graphUrl: string;
  readonly authorityUrl: string;
  /** Where people's browsers sign in, without a slash at the end. */
  readonly signInUrl: string;
  readonly channelServiceUrls: readonly string[];
  /** Where Teams keeps files that people send and take; a host may begin with `*.`. */
  readonly fileUrls: readonly string[];
  readonly openIdMetadataUrl: string | null;
  /** PEM of a certificate authority to trust besides the usual ones. */
  readonly caFile: string | null;
  readonly clock: 'real' | 'driven';
  readonly clockUrl: string | null;
}

/** Names of this machine. */
export const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/**
 * Reads the settings.
 * @throws AppError `BAD_CONFIG` naming every setting that is missing or wrong, and how to put it right
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { set, wrong } = parse(given);
  const sites = parseSites(set.MILEPOST_SITES);
  const faults = [
    ...wrong.values(),
    // A setting that is wrong is not missing as well.
    ...[...missing(set, sites), ...contradictions(set, sites)].filter(
      (fault) => ![...wrong.keys()].some((name) => fault.startsWith(name)),
    ),
  ];
  if (faults.length > 0) throw badConfig(faults);

  const isAnonymous = set.MILEPOST_BOT_AUTH === 'anonymous';
  return Object.freeze({
    host: set.MILEPOST_HOST,
    port: set.PORT,
    publicUrl: (set.MILEPOST_PUBLIC_URL ?? `http://${set.MILEPOST_HOST}:${set.PORT}`).replace(/\/$/, ''),
    dataDirectory: set.MILEPOST_DATA_DIR,
    databaseUrl: set.DATABASE_URL ?? null,
    logLevel: set.MILEPOST_LOG_LEVEL,
    botAuthentication: set.MILEPOST_BOT_AUTH,
    appId: isAnonymous ? '' : (set.MICROSOFT_APP_ID ?? ''),
    tenantId: set.MICROSOFT_APP_TENANT_ID ?? '',
    appType: set.MICROSOFT_APP_TYPE,
    appPassword: set.MICROSOFT_APP_PASSWORD ?? null,
    graphClientId: set.MILEPOST_GRAPH_CLIENT_ID ?? set.MICROSOFT_APP_ID ?? '',
    setupClientId: set.MILEPOST_SETUP_CLIENT_ID ?? null,
    setupClientSecret: set.MILEPOST_SETUP_CLIENT_SECRET ?? null,
    tabAppId: set.MILEPOST_TAB_APP_ID ?? set.MICROSOFT_APP_ID ?? '',
    teamsAppId: set.MILEPOST_TEAMS_APP_ID ?? set.MICROSOFT_APP_ID ?? '',
    sites,
    syncIntervalMs: set.MILEPOST_SYNC_SECONDS * 1000,
    graphUnitsPerMinute: set.MILEPOST_GRAPH_UNITS_PER_MINUTE,
    sendTimeoutMs: set.MILEPOST_SEND_TIMEOUT_SECONDS * 1000,
    graphUrl: set.MILEPOST_GRAPH_URL,
    authorityUrl: set.MILEPOST_AUTHORITY_URL.replace(/\/$/, ''),
    signInUrl: (set.MILEPOST_SIGN_IN_URL ?? set.MILEPOST_AUTHORITY_URL).replace(/\/$/, ''),
    channelServiceUrls: listOf(set.MILEPOST_CHANNEL_SERVICE_URLS),
    fileUrls: listOf(set.MILEPOST_FILE_URLS),
    openIdMetadataUrl: set.MILEPOST_OPENID_METADATA_URL ?? null,
    caFile: set.MILEPOST_CA_FILE ?? null,
    clock: set.MILEPOST_CLOCK,
    clockUrl: set.MILEPOST_CLOCK_URL ?? null,
  });
}

/** Adds the settings of the file `.env`, where there is one; what is set already stays. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

type Settings = z.infer<typeof SCHEMA>;

/** What is set, and what is wrong by name; defaults stand in for what is wrong, so that the rest is looked at too. */
function parse(given: Readonly<Record<string, string | undefined>>): {
  readonly set: Settings;
  readonly wrong: ReadonlyMap<string, string>;
} {
  const parsed = SCHEMA.safeParse(given);
  if (parsed.success) return { set: parsed.data, wrong: new Map() };
  const wrong = new Map(
    parsed.error.issues
      .map(({ path }) => path.join('.'))
      .map((name) => [name, faultOf(name, given[name])] as const),
  );
  const rest = Object.entries(given).filter(([name]) => !wrong.has(name));
  return { set: SCHEMA.parse(Object.fromEntries(rest)), wrong };
}

function missing(set: Settings, sites: readonly ConfiguredSite[]): string[] {
  const isAnonymous = set.MILEPOST_BOT_AUTH === 'anonymous';
  return [
    ...(set.MICROSOFT_APP_ID === undefined && !isAnonymous
      ? [
          'MICROSOFT_APP_ID is not set. Give the id of the bot’s app registration, or leave all settings out and run `npm start` for the sandbox.',
        ]
      : []),
    ...(set.MICROSOFT_APP_TENANT_ID === undefined
      ? ['MICROSOFT_APP_TENANT_ID is not set. It is the directory (tenant) id in the Entra admin centre.']
      : []),
    ...(sites.length === 0
      ? ['MILEPOST_SITES is not set. Give each plan’s site, like contoso.sharepoint.com:/sites/plan.']
      : []),
    ...(set.MICROSOFT_APP_TYPE === 'SingleTenant' && set.MICROSOFT_APP_PASSWORD === undefined
      ? ['MICROSOFT_APP_PASSWORD is not set. SingleTenant needs it; UserAssignedMSI needs none.']
      : []),
  ];
}

function contradictions(set: Settings, sites: readonly ConfiguredSite[]): string[] {
  const isLoopback = LOOPBACK_HOSTS.includes(set.MILEPOST_HOST);
  return [
    ...siteFaults(sites),
    ...(set.MILEPOST_BOT_AUTH === 'anonymous' && !isLoopback
      ? ['MILEPOST_BOT_AUTH=anonymous lets anybody in, so it is refused unless MILEPOST_HOST is 127.0.0.1.']
      : []),
    ...(set.MILEPOST_BOT_AUTH === 'anonymous' && set.MICROSOFT_APP_ID !== undefined
      ? ['MILEPOST_BOT_AUTH=anonymous is refused while MICROSOFT_APP_ID is set. Remove one of them.']
      : []),
    ...(set.MILEPOST_SETUP_CLIENT_SECRET !== undefined && set.MILEPOST_SETUP_CLIENT_ID === undefined
      ? ['MILEPOST_SETUP_CLIENT_ID is not set. MILEPOST_SETUP_CLIENT_SECRET is of no use without it.']
      : []),
    ...(isPlainHttpElsewhere(set.MILEPOST_SIGN_IN_URL)
      ? [
          'MILEPOST_SIGN_IN_URL begins with http://, so it is refused unless it is on 127.0.0.1: people would send their sign-in for all to read.',
        ]
      : []),
    ...(set.MILEPOST_CLOCK === 'driven' && !isLoopback
      ? ['MILEPOST_CLOCK=driven is for the sandbox, so it is refused unless MILEPOST_HOST is 127.0.0.1.']
      : []),
  ];
}

function isPlainHttpElsewhere(url: string | undefined): boolean {
  const parsed = URL.parse(url ?? '');
  return parsed?.protocol === 'http:' && !LOOPBACK_HOSTS.includes(parsed.hostname);
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function badConfig(faults: readonly string[]): AppError {
  const list =
    faults.length === 1 ? ` ${faults[0]}` : `\n${faults.map((fault) => `  - ${fault}`).join('\n')}`;
  return new AppError({ code: 'BAD_CONFIG', message: `Milepost cannot start:${list}` });
}
