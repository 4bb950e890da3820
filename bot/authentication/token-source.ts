import type { TokenCredential } from '@azure/identity';

/** A token is renewed when it has less than this left, so that none runs out on its way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** The credential could give no token: nothing was sent. */
export class TokenUnavailableError extends Error {
  constructor(cause: unknown) {
    super('No token for the Bot Connector: check the application id, tenant and credential.', { cause });
    this.name = 'TokenUnavailableError';
  }
}

/** Gives access tokens for Teams' connector. */
export interface TokenSource {
  /** @throws TokenUnavailableError */
  getToken(scope: string): Promise<string>;
  /** Drops what is remembered, after the connector refused a token. */
  forget(): void;
}

/**
 * Remembers one token per scope and asks for each only once at a time: the SDK's own cache lets
 * every parallel send ask again when a token runs out.
 */
export const createTokenSource = (settings: {
  readonly credential: TokenCredential;
  readonly timeoutMs: number;
}): TokenSource => {
  const tokens = new Map<string, { readonly token: string; readonly expiresAtMs: number }>();
  const underWay = new Map<string, Promise<string>>();

  const ask = async (scope: string): Promise<string> => {
    try {
      const answer = await settings.credential.getToken(scope, {
        abortSignal: AbortSignal.timeout(settings.timeoutMs),
      });
      if (!answer) throw new Error('the credential answered nothing');
      tokens.set(scope, { token: answer.token, expiresAtMs: answer.expiresOnTimestamp });
      return answer.token;
    } catch (cause) {
      const old = tokens.get(scope);
      if (old && old.expiresAtMs > Date.now()) return old.token;
      throw new TokenUnavailableError(cause);
    }
  };

  return {
    async getToken(scope) {
      const known = tokens.get(scope);
      if (known && known.expiresAtMs - Date.now() > RENEW_BEFORE_MS) return known.token;
      const running = underWay.get(scope);
      if (running) return running;
      const started = ask(scope).finally(() => underWay.delete(scope));
      underWay.set(scope, started);
      return started;
    },
    forget() {
      tokens.clear();
    },
  };
};
