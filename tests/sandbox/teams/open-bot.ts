import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { type ConnectorClient, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { OpenSandbox } from './open-sandbox.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** What the bot does with an activity; what it gives is the answer to an invoke. */
export type BotLogic = (
  context: TurnContext,
) => Promise<InvokeResponse | undefined> | InvokeResponse | undefined;

/** A small bot of botbuilder's own adapter, which checks tokens against the sandbox's keys as it would against Teams'. */
export interface OpenBot {
  readonly url: string;
  /** Every activity the adapter let through, in the order of arrival. */
  readonly received: Activity[];
  /** Set before anything is delivered. */
  logic: BotLogic;
  /** Called once the sandbox listens: its keys are there. */
  connect(sandbox: OpenSandbox): void;
  /** botbuilder's client of the connector, with a real token. */
  client(): Promise<ConnectorClient>;
  close(): Promise<void>;
}

export async function openBot(): Promise<OpenBot> {
  const received: Activity[] = [];
  let adapter: CloudAdapter | undefined;
  let sandbox: OpenSandbox | undefined;
  let auth: ConfigurationBotFrameworkAuthentication | undefined;
  const server = createServer((raw, response) => {
    void handle(raw, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function handle(raw: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of raw) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const request = { body, headers: raw.headers, method: raw.method ?? '' };
    await adapter?.process(request, toBotbuilder(response), async (context) => {
      received.push(context.activity);
      const value = await bot.logic(context);
      if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value });
    });
  }

  const bot: OpenBot = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    logic: () => undefined,
    connect(opened) {
      sandbox = opened;
      auth = createAuthentication(opened);
      adapter = new CloudAdapter(auth);
      adapter.onTurnError = (_context, error) => Promise.reject(error);
    },
    async client() {
      if (sandbox === undefined || auth === undefined) throw new Error('The bot is not connected.');
      const { botAppId } = sandbox.world.directory;
      const claims = {
        claims: [{ type: 'aud', value: botAppId }],
        isAuthenticated: true,
        getClaimValue: () => botAppId,
      };
      return auth
        .createConnectorFactory(claims as never)
        .create(sandbox.serviceUrl, 'https://api.botframework.com');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return bot;
}

function createAuthentication({ url, world }: OpenSandbox): ConfigurationBotFrameworkAuthentication {
  const options: ConfigurationBotFrameworkAuthenticationOptions = {
    ToBotFromChannelOpenIdMetadataUrl: `${url}/openid/.well-known/openidconfiguration`,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid/.well-known/openidconfiguration`,
    ToChannelFromBotLoginUrl: 'https://localhost/unused',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: `${url}/unused`,
  };
  return new ConfigurationBotFrameworkAuthentication(options, new SandboxCredentials(world));
}

/** The bot's outgoing token, straight from the sandbox's key; that Entra's endpoint gives it is tested elsewhere. */
class SandboxCredentials extends ServiceClientCredentialsFactory {
  readonly #world: OpenSandbox['world'];

  constructor(world: OpenSandbox['world']) {
    super();
    this.#world = world;
  }

  isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#world.directory.botAppId);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async createCredentials(): Promise<Credentials> {
    const { identity } = this.#world;
    return {
      async signRequest(request: Parameters<Credentials['signRequest']>[0]) {
        request.headers.set(
          'authorization',
          `Bearer ${await identity.issueToken({ audience: 'connector' })}`,
        );
        return request;
      },
    };
  }
}

/** botbuilder answers through an Express-like response. */
function toBotbuilder(response: ServerResponse) {
  return {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status: (code: number) => {
      response.statusCode = code;
    },
    send: (body: unknown) => {
      response.write(typeof body === 'string' ? body : JSON.stringify(body));
    },
    end: () => response.end(),
  };
}
