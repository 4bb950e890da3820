import tls from 'node:tls';
import { ClientSecretCredential } from '@azure/identity';
import { Client } from '@microsoft/microsoft-graph-client';
import { type AnsweredRequest, serve } from '../../../sandbox/core/http.ts';
import { entraRoutes } from '../../../sandbox/core/identity-routes.ts';
import { openWorld, type World } from '../../../sandbox/core/world.ts';
import { startNotifier } from '../../../sandbox/graph/notifications/notifier.ts';
import { graphRoutes } from '../../../sandbox/graph/routes.ts';
import { watch } from '../../helpers/graph-contract.ts';
import { makeTempDir } from '../../helpers/temp-dir.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose delegated token to send; the app's own when absent. */
  readonly persona?: string;
  /** Sent in place of a token that is good. */
  readonly authorization?: string;
}

/** The sandbox's Graph on a free port, in this process. */
export interface TestGraph {
  readonly world: World;
  /** `https://localhost:49153` */
  readonly origin: string;
  /** Id of the seeded site. */
  readonly siteId: string;
  /** Microsoft's own client, signed in by Microsoft's own credential. */
  readonly client: Client;
  /** One request; `path` is below the version, or absolute. */
  call(method: string, path: string, options?: CallOptions): Promise<WireAnswer>;
  /** Creates a list and answers its address, such as `/sites/…/lists/…`. */
  createList(displayName: string, columns?: readonly object[]): Promise<string>;
  /** Creates an item and answers its id. */
  createItem(listPath: string, fields: object): Promise<string>;
  /** Stops and starts again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts Graph with a data directory of its own. Call `stop` in `afterAll`: it throws when an answer broke Graph's
 * contract.
 */
export async function startGraph(): Promise<TestGraph> {
  const dir = await makeTempDir();
  // Requests are wrong on purpose here; answers never are.
  const network = watch(fetch, 'responses');
  let running = await open(dir.path);
  const { directory } = running.world;
  const siteId = `${directory.site.hostname},${directory.site.siteCollectionId},${directory.site.webId}`;

  const call: TestGraph['call'] = async (method, path, options = {}) => {
    const { body, headers = {}, persona, authorization } = options;
    const token = await running.world.identity.issueToken({ audience: 'graph', persona });
    const url = path.startsWith('https://') ? path : `${running.origin}/v1.0${path}`;
    const response = await network.fetch(url, {
      method,
      headers: {
        authorization: authorization ?? `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };

  return {
    get world() {
      return running.world;
    },
    get origin() {
      return running.origin;
    },
    get client() {
      return running.client;
    },
    siteId,
    call,
    async createList(displayName, columns = []) {
      const { body, status } = await call('POST', `/sites/${siteId}/lists`, {
        body: { displayName, columns, list: { template: 'genericList' } },
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return `/sites/${siteId}/lists/${body.id}`;
    },
    async createItem(listPath, fields) {
      const { body, status } = await call('POST', `${listPath}/items`, { body: { fields } });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.id;
    },
    async restart() {
      await running.close();
      running = await open(dir.path);
    },
    async stop() {
      await running.close();
      await dir.remove();
      network.assertKept();
    },
  };
}

async function open(dataDir: string) {
  const world = await openWorld({
    port: 3979,
    graphPort: 0,
    dataDir,
    botUrl: 'http://127.0.0.1:3978',
    clockListener: 'http://127.0.0.1:3978/clock',
  });
  const { config, certificate, requests } = world;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.cert]);
  const served = await serve({
    routes: [...graphRoutes(world, '/v1.0'), ...entraRoutes(world)],
    port: 0,
    tls: certificate,
    onRequest: ({ area, ...answered }: AnsweredRequest) => {
      if (area !== undefined) requests.add({ ...answered, area });
    },
  });
  config.graphPort = served.port;
  const origin = `https://localhost:${served.port}`;
  const notifier = startNotifier(world);
  return {
    world,
    origin,
    client: createClient(world, origin),
    close: async () => {
      await notifier.stop();
      await served.close();
      world.close();
    },
  };
}

function createClient({ directory }: World, origin: string): Client {
  const credential = new ClientSecretCredential(
    directory.tenantId,
    directory.botAppId,
    directory.clientSecret,
    { authorityHost: origin, disableInstanceDiscovery: true },
  );
  return Client.initWithMiddleware({
    authProvider: {
      getAccessToken: async () => (await credential.getToken('https://graph.microsoft.com/.default')).token,
    },
    baseUrl: `${origin}/`,
    defaultVersion: 'v1.0',
    customHosts: new Set(['localhost']),
  });
}
