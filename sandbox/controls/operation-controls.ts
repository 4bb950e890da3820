import { z } from 'zod';
import { FAULT_KINDS, type Fault } from '../core/fault-kinds.ts';
import { parseFaults } from '../core/parse-faults.ts';
import type { LogRange } from '../core/request-log.ts';
import type { World } from '../core/world.ts';
import { chatIdOf } from '../teams/chats.ts';
import { requirePersona } from '../teams/client/access.ts';
import { listDeliveries } from '../teams/client/deliveries.ts';
import { BodyError, type Control, readBody } from './control.ts';
import { installEverywhere } from './install-everywhere.ts';
import { resetSandbox } from './reset.ts';
import type { InstallRequest } from './shapes.ts';

const installSchema: z.ZodType<InstallRequest> = z.strictObject({
  again: z.boolean('true or false').optional(),
});

/** What whoever runs the sandbox does with it: install, look into it, break it, start it anew. */
export function operationControls(world: World): Control[] {
  return [
    {
      method: 'POST',
      path: '/install',
      handler: (request) => installEverywhere(world, readBody(request, installSchema)),
    },
    { method: 'GET', path: '/log', handler: ({ query }) => world.requests.read(readRange(query)) },
    { method: 'GET', path: '/activities', handler: ({ query }) => listDeliveries(world, readSince(query)) },
    { method: 'GET', path: '/faults', handler: () => describeFaults(world) },
    {
      method: 'POST',
      path: '/faults',
      handler: (request) => {
        world.faults.set(parseFaults(readBody(request, z.unknown())).map((fault) => placed(world, fault)));
        return describeFaults(world);
      },
    },
    { method: 'POST', path: '/reset', handler: () => resetSandbox(world) },
  ];
}

/** A persona's chat has the same id whether or not it was opened. */
function placed(world: World, fault: Fault): Fault {
  if (fault.persona === undefined) return fault;
  return { ...fault, conversation: chatIdOf(world, requirePersona(world, fault.persona).id) };
}

function describeFaults({ faults }: World) {
  return { active: faults.list(), kinds: FAULT_KINDS };
}

/** @throws BodyError */
function readRange(query: URLSearchParams): LogRange {
  return { since: readSince(query), after: readCount(query, 'after'), limit: readCount(query, 'limit') };
}

/** @throws BodyError */
function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new BodyError(`"${text}" is no whole number.`, [`${name}: a whole number, 0 or more`]);
}

/** @throws BodyError */
function readSince(query: URLSearchParams): string | undefined {
  const since = query.get('since');
  if (since === null || since === '') return undefined;
  try {
    return new Date(Temporal.Instant.from(since).epochMilliseconds).toISOString();
  } catch {
    throw new BodyError(`"${since}" is no instant.`, ['since: an ISO 8601 instant of real time']);
  }
}
