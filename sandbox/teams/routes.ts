import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';

/** The Bot Connector, under `/connector/v3`. */
export function teamsRoutes(_world: World): Route[] {
  return [];
}
