import { setTimeout as sleep } from 'node:timers/promises';
import { createGraphClient, type GraphClient } from '../graph/client.ts';
import type { Log } from '../workflow/ports/log.ts';
import type { Config } from './config.ts';
import { createCredential } from './credentials.ts';

const APP_NAME = 'Milepost/0.1.0';

/** The Graph client as this installation is configured. */
export function createConfiguredGraphClient(config: Config, log: Log): GraphClient {
  return createGraphClient({
    baseUrl: config.graphUrl,
    credential: createCredential(config, config.graphClientId),
    appName: APP_NAME,
    clock: { nowMs: () => Temporal.Now.instant().epochMilliseconds },
    sleep: async (ms) => {
      await sleep(ms);
    },
    log,
  });
}
