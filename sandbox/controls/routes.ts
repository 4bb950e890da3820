import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';

/** The sandbox's controls, under `/sandbox`; see shapes.ts. */
export function controlRoutes(_world: World): Route[] {
  return [];
}
