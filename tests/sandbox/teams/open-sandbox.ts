import { controlRoutes } from '../../../sandbox/controls/routes.ts';
import { type Served, serve } from '../../../sandbox/core/http.ts';
import { connectorKeyRoutes } from '../../../sandbox/core/identity-routes.ts';
import { openWorld, type World } from '../../../sandbox/core/world.ts';
import { teamsRoutes } from '../../../sandbox/teams/routes.ts';

/** What a control or a connector call answered. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, and fail where one is missing
  readonly body: any;
  readonly headers: Headers;
}

/** The sandbox's http side on a free port: sign-in keys, connector, controls. */
export interface OpenSandbox {
  readonly world: World;
  readonly url: string;
  readonly serviceUrl: string;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
  /** Calls the connector as the bot does, or with another Authorization header. */
  connector(method: string, path: string, body?: unknown, authorization?: string): Promise<Answered>;
  close(): Promise<void>;
}

export async function openSandbox({
  dataDir,
  botUrl = 'http://127.0.0.1:1',
  clockListener = 'http://127.0.0.1:1/clock',
  connectorAuth = 'on',
}: {
  dataDir: string;
  botUrl?: string;
  clockListener?: string;
  connectorAuth?: 'on' | 'off';
}): Promise<OpenSandbox> {
  const config = { port: 0, graphPort: 0, dataDir, botUrl, clockListener, connectorAuth };
  const world = await openWorld(config);
  const served: Served = await serve({
    port: 0,
    routes: [...connectorKeyRoutes(world), ...teamsRoutes(world), ...controlRoutes(world)],
    onRequest: ({ area, ...answered }) => {
      if (area !== undefined) world.requests.add({ ...answered, area });
    },
  });
  config.port = served.port;
  const url = `http://127.0.0.1:${served.port}`;
  return {
    world,
    url,
    serviceUrl: `${url}/connector/`,
    get: (path) => call(`${url}${path}`, { method: 'GET' }),
    post: (path, body) => call(`${url}${path}`, { method: 'POST', body }),
    async connector(method, path, body, authorization) {
      const token = authorization ?? `Bearer ${await world.identity.issueToken({ audience: 'connector' })}`;
      return call(`${url}/connector${path}`, { method, body, authorization: token });
    },
    async close() {
      await served.close();
      world.close();
    },
  };
}

async function call(
  url: string,
  { method, body, authorization }: { method: string; body?: unknown; authorization?: string },
): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}
