import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotSettings } from '../settings.ts';
import type { TokenSource } from './token-source.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/**
 * Tells the SDK who the bot is and signs what it sends. Written over an `@azure/identity` credential,
 * because the SDK's own factories ask for a token per parallel send and mix up caches of two bots.
 */
export class BotCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #settings: BotSettings;
  readonly #tokens: TokenSource | null;

  constructor(settings: BotSettings, tokens: TokenSource | null) {
    super();
    this.#settings = settings;
    this.#tokens = tokens;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId !== '' && appId === this.#settings.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#settings.authentication === 'anonymous';
  }

  override async createCredentials(_appId: string, audience: string | undefined): Promise<Credentials> {
    const scope = toScope(audience ?? '');
    const tokens = this.#tokens;
    return {
      async signRequest(request) {
        if (tokens) request.headers.set('Authorization', `Bearer ${await tokens.getToken(scope)}`);
        return request;
      },
    };
  }
}

/** An audience as the v2 token endpoint wants it: `https://api.botframework.com/.default`. */
const toScope = (audience: string): string =>
  audience.endsWith('/.default') ? audience : `${audience.replace(/\/$/, '')}/.default`;
