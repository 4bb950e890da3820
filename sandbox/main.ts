import { controlRoutes } from './controls/routes.ts';
import { readConfig } from './core/config.ts';
import { type AnsweredRequest, type Route, type Served, serve } from './core/http.ts';
import { connectorKeyRoutes, entraRoutes } from './core/identity-routes.ts';
import { signInRoutes } from './core/sign-in/routes.ts';
import { openWorld, type World } from './core/world.ts';
import { downloadRoutes } from './graph/drive/download-routes.ts';
import { startNotifier } from './graph/notifications/notifier.ts';
import { graphRoutes } from './graph/routes.ts';
import { pageRoutes } from './page/routes.ts';
import { teamsRoutes } from './teams/routes.ts';

/** Starts the sandbox and stops it when the process is told to; a failed start is one line and exit code 1. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const world = await openWorld(config);
  const servers = await startServers(world);
  const notifier = startNotifier(world);

  const stop = () => {
    void Promise.all([notifier.stop(), ...servers.map((server) => server.close())]).then(() => {
      world.close();
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Whoever started it was killed outright: nothing must be left behind.
  process.once('disconnect', stop);

  process.stdout.write(
    `Sandbox: http://127.0.0.1:${config.port}/ (page), https://localhost:${config.graphPort}/v1.0 (Graph)\n`,
  );
  process.send?.({ type: 'listening' });
}

async function startServers(world: World): Promise<Served[]> {
  const { config } = world;
  const onRequest = (answered: AnsweredRequest) => logRequest(world, answered);
  const graph = await listen('SANDBOX_GRAPH_PORT', {
    routes: [...graphRoutes(world, '/v1.0'), ...entraRoutes(world)],
    port: config.graphPort,
    tls: world.certificate,
    onRequest,
  });
  config.graphPort = graph.port;
  const routes: Route[] = [
    ...connectorKeyRoutes(world),
    ...signInRoutes(world),
    ...teamsRoutes(world),
    ...controlRoutes(world),
    ...graphRoutes(world, '/graph/v1.0'),
    ...downloadRoutes(world),
    ...pageRoutes(world),
  ];
  const page = await listen('SANDBOX_PORT', { routes, port: config.port, onRequest });
  config.port = page.port;
  return [graph, page];
}

async function listen(variable: string, options: Parameters<typeof serve>[0]): Promise<Served> {
  try {
    return await serve(options);
  } catch (error) {
    throw new Error(
      `${(error as Error).message} Stop the other program, or set ${variable} to a free port.`,
      { cause: error },
    );
  }
}

function logRequest(world: World, { area, ...answered }: AnsweredRequest): void {
  if (area !== undefined) world.requests.add({ ...answered, area });
}

main().catch((error: unknown) => {
  process.stderr.write(`The sandbox did not start: ${(error as Error).message}\n`);
  process.exit(1);
});
