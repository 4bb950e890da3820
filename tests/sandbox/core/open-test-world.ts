import { join } from 'node:path';
import { openWorld, type World } from '../../../sandbox/core/world.ts';

/** Opens the world of a data directory; the caller closes it. */
export function openTestWorld(dataDir: string): Promise<World> {
  return openWorld({
    port: 3979,
    graphPort: 3980,
    dataDir: join(dataDir, 'sandbox'),
    botUrl: 'http://127.0.0.1:3978',
    clockListener: 'http://127.0.0.1:3978/clock',
  });
}
