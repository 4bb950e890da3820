import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';

/** Microsoft Graph under `base` (`/v1.0`). */
export function graphRoutes(_world: World, base: string): Route[] {
  return [{ method: '*', path: `${base}/*`, area: 'graph', handler: () => ({ status: 501 }) }];
}
