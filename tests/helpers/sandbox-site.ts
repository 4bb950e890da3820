import { ClientSecretCredential } from '@azure/identity';
import { createGraphClient, type GraphClient } from '../../graph/client.ts';
import { provisionSite } from '../../graph/provision.ts';
import { openSiteLists, type SiteLists } from '../../graph/site-lists.ts';
import { findSite, type Site } from '../../graph/sites.ts';
import { type Sandbox, trustCertificate } from './sandbox.ts';

/** One site of a sandbox with a plan's lists, which are empty. */
export interface SandboxSite {
  readonly site: Site;
  /** `example.sharepoint.com:/sites/utc-plan` */
  readonly sitePath: string;
  /** As Milepost opens them when it runs. */
  openLists(timeZone: string): Promise<SiteLists>;
  /** What an administrator does in a list, by its title; past Milepost's own reading and writing. */
  readonly byHand: GraphClient;
  /** Path of a list's items, for `byHand`. */
  items(list: string): string;
}

/** Makes a plan's lists in the site at `path`, which has a time zone of its own. */
export async function provisionSandboxSite(sandbox: Sandbox, path: string): Promise<SandboxSite> {
  trustCertificate(sandbox.certificatePem);
  const { botAppId, clientSecret, setupAppId, setupClientSecret, site: first } = sandbox.directory;
  const byHand = clientOf(sandbox, setupAppId, setupClientSecret);
  const sitePath = `${first.hostname}:${path}`;
  const site = await findSite(byHand, sitePath);
  await provisionSite({ client: byHand, siteId: site.id });
  const client = clientOf(sandbox, botAppId, clientSecret);
  return {
    site,
    sitePath,
    byHand,
    openLists: (timeZone) => openSiteLists({ client, siteId: site.id, timeZone }),
    items: (list) => `/sites/${site.id}/lists/${encodeURIComponent(list)}/items`,
  };
}

function clientOf({ graphUrl, directory }: Sandbox, appId: string, secret: string): GraphClient {
  return createGraphClient({
    baseUrl: graphUrl,
    credential: new ClientSecretCredential(directory.tenantId, appId, secret, {
      authorityHost: graphUrl,
      disableInstanceDiscovery: true,
    }),
    appName: 'Milepost/0.0.0',
    clock: { nowMs: () => Date.now() },
    sleep: () => Promise.resolve(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    unitsPerMinute: 1_000_000,
  });
}
