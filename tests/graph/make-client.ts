import type { AccessToken } from '@azure/identity';
import { createGraphClient, type GraphClient, type GraphClientOptions } from '../../graph/client.ts';

/** A client with its surroundings: waits that pass at once, and what was waited, logged and asked for. */
export interface TestClient {
  readonly client: GraphClient;
  /** Every wait, in ms. */
  readonly waits: readonly number[];
  readonly logged: readonly { readonly level: string; readonly fields: object; readonly message: string }[];
  /** How many tokens were asked for. */
  readonly tokens: () => number;
  /** Real time plus what was waited. */
  readonly nowMs: () => number;
}

/** A client of the server at `baseUrl`; every token is named after its number: `token-1`. */
export function makeTestClient(options: Partial<GraphClientOptions> & { baseUrl: string }): TestClient {
  const waits: number[] = [];
  const logged: { level: string; fields: object; message: string }[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  const startMs = Date.parse('2026-11-22T09:00:00Z');
  const nowMs = () => startMs + waits.reduce((sum, ms) => sum + ms, 0);
  let tokens = 0;
  const client = createGraphClient({
    credential: {
      getToken: async (): Promise<AccessToken> => {
        tokens++;
        return { token: `token-${tokens}`, expiresOnTimestamp: nowMs() + 3_600_000 };
      },
    },
    appName: 'Milepost/1.2.3',
    clock: { nowMs },
    sleep: async (ms) => {
      waits.push(ms);
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ...options,
  });
  return { client, waits, logged, tokens: () => tokens, nowMs };
}
