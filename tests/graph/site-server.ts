import { openSiteLists, type SiteLists } from '../../graph/site-lists.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { type Answer, type GraphServer, type Seen, startGraphServer } from './graph-server.ts';
import { makeTestClient, type TestClient } from './make-client.ts';

export const SITE_ID =
  'example.sharepoint.com,e7dce347-c34a-53a5-bd5b-20dc9cbd11e4,5ee1eee2-0016-5bb5-bd56-4234a4b0f08f';

/** A site with Milepost's lists, whose list `Themes` has id `id-Themes`; what lies in them, a test says. */
export interface SiteServer extends GraphServer {
  readonly lists: SiteLists;
  readonly client: TestClient;
  /** Which lists the site has, and under which id; may be changed. */
  readonly ids: Map<ListName, string>;
  /** Opens the lists once more, as another process would. */
  reopen(): Promise<SiteLists>;
}

/** @param handler asked for everything but the lists of the site */
export async function startSiteServer(
  handler: (seen: Seen) => Answer | undefined,
  options: Partial<Parameters<typeof makeTestClient>[0]> = {},
): Promise<SiteServer> {
  const ids = new Map(LIST_NAMES.map((name) => [name, `id-${name.replace(' ', '-')}`]));
  const server = await startGraphServer((seen) => {
    if (seen.path !== `/sites/${SITE_ID}/lists`) return handler(seen);
    const value = [...ids].map(([displayName, id]) => ({
      id,
      displayName,
      webUrl: `https://example.sharepoint.com/sites/alp-improvement/Lists/${encodeURIComponent(displayName)}`,
    }));
    return { status: 200, body: { value } };
  });
  const client = makeTestClient({ baseUrl: server.baseUrl, ...options });
  const site = { client: client.client, siteId: SITE_ID, timeZone: 'Europe/London' };
  const lists = await openSiteLists(site).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { ...server, lists, client, ids, reopen: () => openSiteLists(site) };
}

/** Path of a list's items. */
export const itemsOf = (list: ListName): string =>
  `/sites/${SITE_ID}/lists/id-${list.replace(' ', '-')}/items`;

/** An item as Graph answers it. */
export const makeItem = (id: number, fields: Record<string, unknown>, version = 1) => ({
  '@odata.etag': `"guid-${id},${version}"`,
  eTag: `"guid-${id},${version}"`,
  id: String(id),
  contentType: { id: '0x0100A1', name: 'Item' },
  lastModifiedDateTime: '2022-01-10T09:30:05Z',
  lastModifiedBy: { user: { displayName: 'Data group owner', email: 'data-owner@alp.example' } },
  fields: { id: String(id), ...fields },
});
