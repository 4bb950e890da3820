import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSites } from './site-settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the sandbox's directory says; only the ids that a customer would copy from the Entra admin centre. */
interface Directory {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly tabAppId: string;
  readonly clientSecret: string;
  readonly setupAppId: string;
  readonly setupClientSecret: string;
  readonly site: SandboxSite;
  readonly otherPlans: readonly { readonly site: SandboxSite }[];
}

interface SandboxSite {
  readonly hostname: string;
  readonly path: string;
  /** Files to import, below `sandbox/seed/`. */
  readonly samples: readonly string[];
}

/** Whether nothing says which tenant to use, or the sandbox's own sites are named: then it is the sandbox. */
export function isSandboxWanted(env: Env): boolean {
  const { hostname } = readDirectory().site;
  return !env.MICROSOFT_APP_ID && sitesOf(env).every(({ sitePath }) => sitePath.startsWith(`${hostname}:`));
}

/**
 * The settings that point Milepost at the sandbox instead of Microsoft 365: addresses and credentials, nothing else.
 * What is set already stays.
 */
export function withSandboxSettings(env: Env): Env {
  const directory = readDirectory();
  const page = `http://127.0.0.1:${env.SANDBOX_PORT ?? '3979'}`;
  const graph = `https://localhost:${env.SANDBOX_GRAPH_PORT ?? '3980'}`;
  const isAnonymous = env.MILEPOST_BOT_AUTH === 'anonymous';
  const settings: Env = {
    ...(isAnonymous ? {} : { MICROSOFT_APP_ID: directory.botAppId }),
    MICROSOFT_APP_TENANT_ID: directory.tenantId,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_PASSWORD: directory.clientSecret,
    MILEPOST_GRAPH_CLIENT_ID: directory.botAppId,
    MILEPOST_SETUP_CLIENT_ID: directory.setupAppId,
    MILEPOST_SETUP_CLIENT_SECRET: directory.setupClientSecret,
    MILEPOST_TAB_APP_ID: directory.tabAppId,
    MILEPOST_TEAMS_APP_ID: directory.botAppId,
    MILEPOST_SITES: addressOf(directory.site),
    SANDBOX_SITES: sitesOf(env)
      .map(({ sitePath }) => sitePath)
      .join(','),
    MILEPOST_GRAPH_URL: `${graph}/`,
    MILEPOST_AUTHORITY_URL: `${graph}/`,
    // Browsers do not trust the certificate of the one above.
    MILEPOST_SIGN_IN_URL: `${page}/`,
    MILEPOST_CHANNEL_SERVICE_URLS: `${page}/connector/`,
    MILEPOST_FILE_URLS: `${page}/connector/files/`,
    MILEPOST_OPENID_METADATA_URL: `${page}/openid/.well-known/openidconfiguration`,
    MILEPOST_CA_FILE: join(env.MILEPOST_DATA_DIR || '.data', 'sandbox', 'localhost-cert.pem'),
    // The allowance counts real minutes; a clock that is moved weeks at a time would run against it.
    MILEPOST_GRAPH_UNITS_PER_MINUTE: '60000',
    MILEPOST_CLOCK: 'driven',
    MILEPOST_CLOCK_URL: `${page}/sandbox/clock`,
  };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  return { ...settings, ...given };
}

/** The sample files of each plan that is set: what `npm start` imports the first time. */
export function samplesOf(env: Env): { readonly sitePath: string; readonly files: readonly string[] }[] {
  const { site, otherPlans } = readDirectory();
  const sites = [site, ...otherPlans.map((plan) => plan.site)];
  return sitesOf(env).flatMap(({ sitePath }) => {
    const samples = sites.find((known) => addressOf(known) === sitePath)?.samples ?? [];
    return samples.length === 0 ? [] : [{ sitePath, files: samples.map((file) => `sandbox/seed/${file}`) }];
  });
}

function sitesOf(env: Env) {
  return parseSites(env.MILEPOST_SITES ?? '');
}

function addressOf({ hostname, path }: SandboxSite): string {
  return `${hostname}:${path}`;
}

function readDirectory(): Directory {
  const text = readFileSync(new URL('../sandbox/seed/directory.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Directory;
}
