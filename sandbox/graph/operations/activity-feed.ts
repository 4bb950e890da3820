import { z } from 'zod';
import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { addFeedEntry } from '../../teams/feed.ts';
import { isInstalled, personSubject } from '../../teams/installs.ts';
import { badRequest, GraphError, notImplemented } from '../graph-error.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';

/** Entries in people's activity feeds of Teams. */
export const activityFeedOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/users/:user/teamwork/sendActivityNotification',
    units: 0,
    handle: sendActivityNotification,
  },
];

/** The address of one of Graph's own resources, which it also takes. */
const entityTopic = z.object({ topic: z.object({ source: z.literal('entityUrl') }) });

/** A topic in words, which needs a link. */
const bodySchema = z.object({
  topic: z.object({
    source: z.literal('text'),
    value: z.string().min(1),
    webUrl: z.string().startsWith('https://teams.microsoft.com/l/'),
  }),
  activityType: z.string().min(1),
  previewText: z.object({ content: z.string() }),
  templateParameters: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

/** Graph shows no more of it in a feed. */
const PREVIEW_LENGTH = 150;

function sendActivityNotification({ world }: Graph, call: GraphCall): GraphAnswer {
  const persona = findPerson(world, call.params.user ?? '');
  checkAllowed(world, { call, persona });
  countRequest(world);
  if (entityTopic.safeParse(call.body).success) throw notImplemented('a topic with source entityUrl');
  const body = bodySchema.safeParse(call.body);
  if (!body.success) throw badRequest(z.prettifyError(body.error));
  const { topic, activityType, previewText, templateParameters = [] } = body.data;
  addFeedEntry(world, {
    personaId: persona.id,
    topic: topic.value,
    webUrl: topic.webUrl,
    activityType,
    parameters: Object.fromEntries(templateParameters.map(({ name, value }) => [name, value])),
    preview: previewText.content.slice(0, PREVIEW_LENGTH),
  });
  return { status: 204 };
}

function findPerson({ directory }: World, idText: string): Persona {
  const wanted = idText.toLowerCase();
  const found = directory.personas.find(
    ({ entraObjectId, email, inDirectory }) => inDirectory && (entraObjectId === wanted || email === wanted),
  );
  if (found !== undefined) return found;
  throw new GraphError({ status: 404, code: 'NotFound', message: `No user found with id ${idText}` });
}

/**
 * The app package asks for TeamsActivity.Send.User, which is granted wherever the app is installed for a person. With the
 * permission for the whole tenant it must be installed all the same.
 */
function checkAllowed(
  world: World,
  { call: { actor }, persona }: { call: GraphCall; persona: Persona },
): void {
  const isForAll = actor.kind === 'app' && actor.roles.includes('TeamsActivity.Send');
  const isThere = isInstalled(world, personSubject(persona.id));
  const isRefused = world.faults.strike('graph-feed-refused') !== undefined;
  if (isThere && !isRefused) return;
  if (isForAll && !isRefused)
    throw new GraphError({
      status: 404,
      code: 'NotFound',
      message: 'The app is not installed for the recipient.',
    });
  throw new GraphError({
    status: 403,
    code: 'Forbidden',
    message:
      "Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'. Resource specific consent grants on the request ''.",
  });
}

/** Of one app in one tenant. */
const REQUESTS_PER_SECOND = 5;
const recentByWorld = new WeakMap<World, number[]>();

/** @see https://learn.microsoft.com/graph/throttling-limits */
function countRequest(world: World): void {
  const nowMs = performance.now();
  const recent = (recentByWorld.get(world) ?? []).filter((at) => at > nowMs - 1_000);
  recentByWorld.set(world, recent);
  if (recent.length >= REQUESTS_PER_SECOND)
    throw new GraphError({
      status: 429,
      code: 'TooManyRequests',
      message: 'Too Many Requests',
      headers: { 'Retry-After': '1' },
    });
  recent.push(nowMs);
}
