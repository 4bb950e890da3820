import type { World } from '../core/world.ts';

/** The Bot Connector's address, as activities carry it. Known once the sandbox listens. */
export function serviceUrlOf({ config }: World): string {
  return `http://127.0.0.1:${config.port}/connector/`;
}
