import type { SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import { findTeamsUser, toTeamsMember } from '../people.ts';
import { isMember, listMembers } from '../places.ts';
import { ConnectorError } from './error.ts';
import type { ConnectorRoute } from './guard.ts';
import type { Limits } from './limits.ts';
import { requirePlace } from './rooms.ts';

/** Who is in a channel or chat. */
export function memberRoutes(world: World, limits: Limits): ConnectorRoute[] {
  const path = '/v3/conversations/:id';
  const call = (answer: (world: World, call: Call) => SandboxResponse) => (request: SandboxRequest) =>
    answer(world, { request, limits });
  return [
    { method: 'GET', path: `${path}/members`, kind: 'read', handler: call(listAll) },
    { method: 'GET', path: `${path}/activities/:activityId/members`, kind: 'read', handler: call(listAll) },
    { method: 'GET', path: `${path}/members/:memberId`, kind: 'read', handler: call(getOne) },
    { method: 'GET', path: `${path}/pagedmembers`, kind: 'read', handler: call(listPage) },
  ];
}

interface Call {
  readonly request: SandboxRequest;
  readonly limits: Limits;
}

/** Teams' page when none is asked for, and the most it gives. */
const DEFAULT_PAGE_SIZE = 200;
const MAX_PAGE_SIZE = 500;

function listAll(world: World, call: Call): SandboxResponse {
  return { status: 200, body: readMembers(world, call) };
}

/** The continuation token is how many members were given already. */
function listPage(world: World, call: Call): SandboxResponse {
  const { query } = call.request;
  const start = readCount(query.get('continuationToken'), { name: 'continuationToken', otherwise: 0 });
  const asked = readCount(query.get('pageSize'), { name: 'pageSize', otherwise: DEFAULT_PAGE_SIZE });
  const all = readMembers(world, call);
  const end = start + Math.min(Math.max(asked, 1), MAX_PAGE_SIZE);
  const more = end < all.length ? { continuationToken: String(end) } : {};
  return { status: 200, body: { members: all.slice(start, end), ...more } };
}

function getOne(world: World, { request, limits }: Call): SandboxResponse {
  const place = requirePlace(world, request.params.id);
  limits.admit('read', place.id);
  const persona = findTeamsUser(world, request.params.memberId ?? '');
  if (persona === undefined || !isMember(place, persona.id))
    throw new ConnectorError({
      status: 404,
      code: 'MemberNotFoundInConversation',
      message: 'Member not found in conversation.',
    });
  return { status: 200, body: toTeamsMember(world, persona) };
}

function readMembers(world: World, { request, limits }: Call) {
  const place = requirePlace(world, request.params.id);
  limits.admit('read', place.id);
  return listMembers(world, place).map((persona) => toTeamsMember(world, persona));
}

function readCount(text: string | null, { name, otherwise }: { name: string; otherwise: number }): number {
  if (text === null || text === '') return otherwise;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ConnectorError({ status: 400, code: 'BadArgument', message: `${name} is not valid.` });
}
