import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What the sandbox's directory says; only the ids that a customer would copy from the Entra admin centre. */
interface Directory {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly tabAppId: string;
  readonly clientSecret: string;
  readonly site: { readonly hostname: string; readonly path: string };
}

/** Whether nothing says which tenant to use: then it is the sandbox. */
export function isSandboxWanted(env: Env): boolean {
  return !env.MICROSOFT_APP_ID && !env.MILEPOST_SITES;
}

/**
 * The settings that point Milepost at the sandbox instead of Microsoft 365: addresses and credentials, nothing else.
 * What is set already stays.
 */
export function withSandboxSettings(env: Env): Env {
  const directory = JSON.parse(
    readFileSync(new URL('../sandbox/seed/directory.json', import.meta.url), 'utf8'),
  ) as Directory;
  const page = `http://127.0.0.1:${env.SANDBOX_PORT ?? '3979'}`;
  const graph = `https://localhost:${env.SANDBOX_GRAPH_PORT ?? '3980'}`;
  const isAnonymous = env.MILEPOST_BOT_AUTH === 'anonymous';
  const settings: Env = {
    ...(isAnonymous ? {} : { MICROSOFT_APP_ID: directory.botAppId }),
    MICROSOFT_APP_TENANT_ID: directory.tenantId,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_PASSWORD: directory.clientSecret,
    MILEPOST_GRAPH_CLIENT_ID: directory.botAppId,
    MILEPOST_TAB_APP_ID: directory.tabAppId,
    MILEPOST_TEAMS_APP_ID: directory.botAppId,
    MILEPOST_SITES: `${directory.site.hostname}:${directory.site.path}`,
    MILEPOST_GRAPH_URL: `${graph}/`,
    MILEPOST_AUTHORITY_URL: `${graph}/`,
    MILEPOST_CHANNEL_SERVICE_URLS: `${page}/connector/`,
    MILEPOST_FILE_URLS: `${page}/connector/files/`,
    MILEPOST_OPENID_METADATA_URL: `${page}/openid/.well-known/openidconfiguration`,
    MILEPOST_CA_FILE: join(env.MILEPOST_DATA_DIR || '.data', 'sandbox', 'localhost-cert.pem'),
    MILEPOST_CLOCK: 'driven',
    MILEPOST_CLOCK_URL: `${page}/sandbox/clock`,
  };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  return { ...settings, ...given };
}
