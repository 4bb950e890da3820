import type { ServerResponse } from 'node:http';
import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';
import type { SandboxEvent } from './shapes.ts';

const EVENT_TYPES: readonly SandboxEvent['type'][] = ['message', 'clock', 'lists', 'places', 'feed', 'reset'];

/** `GET /sandbox/events`: what happens in the sandbox, as it happens. */
export function eventsRoute(world: World): Route {
  return {
    method: 'GET',
    path: '/sandbox/events',
    handler: () => ({
      status: 200,
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
      stream: (response) => streamEvents(world, response),
    }),
  };
}

function streamEvents({ events }: World, response: ServerResponse): void {
  // A first line, so that whoever listens knows that from here on nothing is missed.
  response.write(': listening\n\n');
  const listeners = EVENT_TYPES.map((type) => ({
    type,
    listener: (data: unknown = {}) => {
      response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    },
  }));
  for (const { type, listener } of listeners) events.on(type, listener);
  response.once('close', () => {
    for (const { type, listener } of listeners) events.off(type, listener);
  });
}
