import { ClientSecretCredential } from '@azure/identity';
import { createGraphClient, type GraphClient } from '../../graph/client.ts';
import { startGraph, type TestGraph } from '../sandbox/graph/start-graph.ts';

/** A site of a sandbox in this process, whose lists a test can get at as SharePoint's own pages would. */
export interface TestSite {
  readonly graph: TestGraph;
  readonly siteId: string;
  /** A client of the app that sets up, or of the one that runs. Each try goes through `send`, and is the only one. */
  clientOf(app: 'setup' | 'running', send?: typeof fetch): GraphClient;
  /** Every list with its columns, without what differs from run to run. */
  readSchema(): readonly object[];
  renameList(title: string, newTitle: string): void;
  deleteList(title: string): void;
  /** Address of a list, below the version. */
  listPath(title: string): string;
  /** Calls that changed something, or tried to, since the log was last cleared. */
  writes(): readonly string[];
  reset(): void;
}

export async function startSite(): Promise<TestSite> {
  const graph = await startGraph();
  const { world, siteId } = graph;
  const listId = (title: string) =>
    String(world.db.prepare('select id from graph_list where title = ?').get(title)?.id ?? 'none');
  const { tenantId, botAppId, clientSecret, setupAppId, setupClientSecret } = world.directory;
  const credentialOf = (id: string, secret: string) =>
    new ClientSecretCredential(tenantId, id, secret, {
      authorityHost: graph.origin,
      disableInstanceDiscovery: true,
    });
  const credentials = {
    setup: credentialOf(setupAppId, setupClientSecret),
    running: credentialOf(botAppId, clientSecret),
  };
  return {
    graph,
    siteId,
    clientOf(app, send = fetch) {
      return createGraphClient({
        baseUrl: graph.origin,
        credential: credentials[app],
        appName: 'Milepost/0.0.0',
        clock: { nowMs: () => Date.now() },
        sleep: () => Promise.resolve(),
        log: { info: () => {}, warn: () => {}, error: () => {} },
        fetch: send,
        retryLimits: { maxTries: 1, maxTotalWaitMs: 0 },
        unitsPerMinute: 1_000_000,
      });
    },
    readSchema() {
      const lists = world.db.prepare('select id, title from graph_list order by title').all();
      const titles = new Map(lists.map(({ id, title }) => [id, title]));
      return lists.map(({ id, title }) => ({
        title,
        columns: world.db
          .prepare('select definition from graph_column where list_id = ? order by name')
          .all(String(id))
          .map(({ definition }) => {
            const { id: _id, settings, ...column } = JSON.parse(String(definition));
            return { ...column, settings: { ...settings, listId: titles.get(settings.listId) } };
          }),
      }));
    },
    renameList(title, newTitle) {
      world.db.prepare('update graph_list set title = ? where title = ?').run(newTitle, title);
    },
    deleteList(title) {
      const id = listId(title);
      for (const table of ['graph_column', 'graph_item', 'graph_version', 'graph_change', 'graph_unique'])
        world.db.prepare(`delete from ${table} where list_id = ?`).run(id);
      world.db.prepare('delete from graph_list where id = ?').run(id);
    },
    listPath: (title) => `/sites/${siteId}/lists/${listId(title)}`,
    writes: () =>
      world.requests
        .read()
        .filter(({ area }) => area === 'graph')
        .flatMap((request): readonly { method: string; path: string }[] => request.parts ?? [request])
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`),
    reset: () => world.reset(),
  };
}
