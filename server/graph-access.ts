import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import { createGraphClient, type GraphClient } from '../graph/client.ts';
import type { Log } from '../workflow/ports/log.ts';
import type { Config } from './config.ts';
import { createCredential } from './credentials.ts';

const APP_NAME = 'Milepost/0.1.0';

/**
 * The Graph client as this installation is configured.
 * @param credential default: that of the identity Milepost runs as
 */
export function createConfiguredGraphClient(
  config: Config,
  log: Log,
  credential: TokenCredential = createCredential(config, config.graphClientId),
): GraphClient {
  return createGraphClient({
    baseUrl: config.graphUrl,
    credential,
    unitsPerMinute: config.graphUnitsPerMinute,
    appName: APP_NAME,
    clock: { nowMs: () => Temporal.Now.instant().epochMilliseconds },
    sleep: async (ms) => {
      await sleep(ms);
    },
    log,
  });
}
