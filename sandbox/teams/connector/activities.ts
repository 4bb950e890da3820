import type { SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import { deleteMessage, findMessage, updateMessage } from '../messages.ts';
import type { Place } from '../places.ts';
import { awaitReplacement, settleRetired } from '../supersession.ts';
import { parseActivity } from './bodies.ts';
import { ConnectorError } from './error.ts';
import type { ConnectorRoute } from './guard.ts';
import type { Limits } from './limits.ts';
import { postActivity, readContent } from './post-activity.ts';
import { activityNotFound, requireOwnMessage, requirePlace } from './rooms.ts';

/** Sending, answering, updating and deleting the bot's own messages. */
export function activityRoutes(world: World, limits: Limits): ConnectorRoute[] {
  const path = '/v3/conversations/:id/activities';
  return [
    { method: 'POST', path, kind: 'send', handler: (request) => send(world, { request, limits }) },
    {
      method: 'POST',
      path: `${path}/:activityId`,
      kind: 'send',
      handler: (request) => reply(world, { request, limits }),
    },
    {
      method: 'PUT',
      path: `${path}/:activityId`,
      kind: 'update',
      handler: (request) => update(world, { request, limits }),
    },
    {
      method: 'DELETE',
      path: `${path}/:activityId`,
      kind: 'delete',
      handler: (request) => remove(world, { request, limits }),
    },
  ];
}

interface Call {
  readonly request: SandboxRequest;
  readonly limits: Limits;
}

function send(world: World, { request, limits }: Call): SandboxResponse {
  const place = requirePlace(world, request.params.id);
  return post(world, { place, request, limits });
}

/** An answer to a message stands in that message's thread; an answer to nothing known stands where it was sent. */
function reply(world: World, { request, limits }: Call): SandboxResponse {
  const place = requirePlace(world, request.params.id);
  const answered = findMessage(world, request.params.activityId ?? '');
  const isHere = answered !== undefined && answered.conversationId === place.id;
  const inThread = place.kind === 'channel' && isHere ? { ...place, threadId: answered.threadId } : place;
  return post(world, { place: inThread, request, limits });
}

function post(world: World, { place, request, limits }: Call & { place: Place }): SandboxResponse {
  const activity = parseActivity(request.body);
  limits.admit('send', place.id);
  // Typing and the like are shown for a moment and are no message.
  if (activity.type !== 'message') return { status: 202, body: {} };
  const { id } = postActivity(world, { place, activity });
  return { status: 201, body: id === undefined ? {} : { id } };
}

function update(world: World, { request, limits }: Call): SandboxResponse {
  const place = requirePlace(world, request.params.id);
  const { id } = requireOwnMessage(world, { place, messageId: request.params.activityId });
  const content = readContent(world, { place, activity: parseActivity(request.body) });
  limits.admit('send', place.id);
  const lost = world.faults.strike('teams-lost-update');
  if (lost !== undefined) {
    awaitReplacement(world, id);
    throw lost.status === 404 ? activityNotFound() : writesBlocked();
  }
  updateMessage(world, { id, ...content });
  settleRetired(world, id);
  return { status: 200, body: { id } };
}

function remove(world: World, { request, limits }: Call): SandboxResponse {
  const place = requirePlace(world, request.params.id);
  const { id } = requireOwnMessage(world, { place, messageId: request.params.activityId });
  limits.admit('send', place.id);
  deleteMessage(world, id);
  awaitReplacement(world, id);
  return { status: 200 };
}

function writesBlocked(): ConnectorError {
  return new ConnectorError({
    status: 403,
    code: 'MessageWritesBlocked',
    message: 'The message cannot be updated (a fault of the sandbox).',
  });
}
