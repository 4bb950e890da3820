import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';
import { openTeamsTables } from '../teams/tables.ts';
import { clockControls } from './clock-controls.ts';
import { toRoute } from './control.ts';
import { conversationControls } from './conversation-controls.ts';
import { directoryControls } from './directory-controls.ts';
import { eventsRoute } from './events-control.ts';
import { extensionControls } from './extension-controls.ts';
import { feedControls } from './feed-controls.ts';
import { meetingControls } from './meeting-controls.ts';
import { operationControls } from './operation-controls.ts';
import { placeControls } from './place-controls.ts';
import { pressControls } from './press-controls.ts';
import { tabControls } from './tab-controls.ts';

/** The sandbox's controls, under `/sandbox`; what they take and answer is in shapes.ts. */
export function controlRoutes(world: World): Route[] {
  openTeamsTables(world.db);
  const controls = [
    ...directoryControls(world),
    ...clockControls(world),
    ...conversationControls(world),
    ...pressControls(world),
    ...extensionControls(world),
    ...meetingControls(world),
    ...tabControls(world),
    ...placeControls(world),
    ...feedControls(world),
    ...operationControls(world),
  ];
  return [...controls.map(toRoute), eventsRoute(world)];
}
