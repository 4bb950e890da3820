/** What the sandbox is told by its environment. */
export interface SandboxConfig {
  /** Plain http: page, controls, connector. 0 means any free port; holds the real one once listening. */
  port: number;
  /** https: Graph and sign-in. 0 means any free port; holds the real one once listening. */
  graphPort: number;
  /** The sandbox's own folder: database, certificate and lock. */
  readonly dataDir: string;
  /** Where the bot's messaging endpoint lives, without a path. */
  readonly botUrl: string;
  /** Address told about the moving clock. */
  readonly clockListener: string;
  /** `off`: the connector takes calls without a token, for a bot that runs without authentication. Default on. */
  readonly connectorAuth?: 'on' | 'off';
  /**
   * What the bot's app may enter: all sites, or only those that it was let into (Sites.Selected). Default all.
   */
  readonly siteAccess?: 'all' | 'selected';
  /** `host:/path` of the sites whose people and teams there are, besides those of the sample plan. Default none. */
  readonly shownSites?: readonly string[];
}

/**
 * Reads the sandbox's settings from the environment.
 * @throws Error naming the variable when a port is not a number from 0 to 65535.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SandboxConfig {
  return {
    port: readPort(env, 'SANDBOX_PORT', 3979),
    graphPort: readPort(env, 'SANDBOX_GRAPH_PORT', 3980),
    dataDir: `${env.MILEPOST_DATA_DIR ?? '.data'}/sandbox`,
    botUrl: env.SANDBOX_BOT_URL ?? 'http://127.0.0.1:3978',
    clockListener: env.SANDBOX_CLOCK_LISTENER ?? 'http://127.0.0.1:3978/clock',
    connectorAuth: env.SANDBOX_CONNECTOR_AUTH === 'off' ? 'off' : 'on',
    siteAccess: env.SANDBOX_SITE_ACCESS === 'selected' ? 'selected' : 'all',
    shownSites: (env.SANDBOX_SITES ?? '').split(/[\s,]+/).filter((site) => site !== ''),
  };
}

function readPort(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  defaultPort: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} is "${text}", which is not a port. Give a whole number from 0 to 65535.`);
}
