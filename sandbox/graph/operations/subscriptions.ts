import { randomUUID } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { GraphError, notImplemented } from '../graph-error.ts';
import { shakeHands } from '../notifications/receiver.ts';
import { type NewSubscription, readExpiration, readSubscription } from '../notifications/wanted.ts';
import { type Graph, type GraphAnswer, type GraphCall, type Operation, readObject } from '../operation.ts';
import { checkOptions } from '../query/options.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';

/** Subscriptions to the changes of lists, each seen by its owner alone. */
export const subscriptionOperations: readonly Operation[] = [
  { method: 'GET', path: '/subscriptions', units: 0, handle: getSubscriptions },
  { method: 'POST', path: '/subscriptions', units: 0, before: askReceiver, handle: createSubscription },
  { method: 'GET', path: '/subscriptions/:id', units: 0, handle: getSubscription },
  { method: 'PATCH', path: '/subscriptions/:id', units: 0, handle: renewSubscription },
  { method: 'DELETE', path: '/subscriptions/:id', units: 0, handle: deleteSubscription },
  { method: 'POST', path: '/subscriptions/:id/reauthorize', units: 0, handle: reauthorizeSubscription },
];

/** The receiver is asked while the request is open: it must be listening already. */
async function askReceiver(graph: Graph, call: GraphCall): Promise<void> {
  const wanted = readWanted(graph, call);
  await shakeHands(wanted.notificationUrl);
  if (wanted.lifecycleNotificationUrl !== null) await shakeHands(wanted.lifecycleNotificationUrl);
}

function createSubscription(graph: Graph, call: GraphCall): GraphAnswer {
  const wanted = readSubscription(graph, call);
  const subscription = {
    ...wanted,
    id: randomUUID(),
    owner: ownerOf(call.actor),
    beganMs: graph.world.clock.now().epochMilliseconds,
    toldSequence: graph.store.changes.newest(wanted.listId),
  };
  graph.store.subscriptions.insert(subscription);
  return answerOne(call, { status: 201, subscription, clientState: wanted.clientState });
}

function getSubscriptions({ world, store }: Graph, { query, base, actor }: GraphCall): GraphAnswer {
  checkOptions(query, []);
  const value = store.subscriptions
    .living(world.clock.now().epochMilliseconds)
    .filter(({ owner }) => owner === ownerOf(actor))
    .map((subscription) => show({ actor, subscription, clientState: null }));
  return { status: 200, body: { '@odata.context': `${base}/$metadata#subscriptions`, value } };
}

function getSubscription(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, []);
  return answerOne(call, { status: 200, subscription: find(graph, call), clientState: null });
}

function renewSubscription(graph: Graph, call: GraphCall): GraphAnswer {
  const { id, clientState } = find(graph, call);
  const other = Object.keys(readObject(call.body) ?? {}).find((member) => member !== 'expirationDateTime');
  if (other !== undefined) throw notImplemented(`changing the ${other} of a subscription`);
  const nowMs = graph.world.clock.now().epochMilliseconds;
  const endsMs = readExpiration(readObject(call.body)?.expirationDateTime, nowMs);
  graph.store.subscriptions.extend(id, { beganMs: nowMs, endsMs });
  return answerOne(call, { status: 200, subscription: find(graph, call), clientState });
}

function deleteSubscription(graph: Graph, call: GraphCall): GraphAnswer {
  graph.store.subscriptions.delete(find(graph, call).id);
  return { status: 204 };
}

/** It only proves that the owner may still be told; to last longer a subscription is renewed. */
function reauthorizeSubscription(graph: Graph, call: GraphCall): GraphAnswer {
  find(graph, call);
  return { status: 204 };
}

/** What is asked for, unless the fault strikes. @throws GraphError */
function readWanted(graph: Graph, call: GraphCall): NewSubscription {
  if (graph.world.faults.strike('graph-subscribe-refused') === undefined)
    return readSubscription(graph, call);
  throw new GraphError({ status: 403, code: 'accessDenied', message: 'Access denied' });
}

function find({ world, store }: Graph, { params, actor }: GraphCall): StoredSubscription {
  const nowMs = world.clock.now().epochMilliseconds;
  const found = store.subscriptions.find(params.id ?? '', { owner: ownerOf(actor), nowMs });
  if (found !== undefined) return found;
  throw new GraphError({ status: 404, code: 'ResourceNotFound', message: 'The object was not found.' });
}

function ownerOf(actor: Actor): string {
  return actor.kind === 'app' ? actor.appId : actor.objectId;
}

interface Shown {
  readonly subscription: Omit<StoredSubscription, 'isReauthorizationAsked'>;
  /** Only whoever makes or renews a subscription is shown its secret again. */
  readonly clientState: string | null;
}

function answerOne(
  { base, actor }: GraphCall,
  { status, ...shown }: Shown & { readonly status: number },
): GraphAnswer {
  const context = `${base}/$metadata#subscriptions/$entity`;
  return { status, body: { '@odata.context': context, ...show({ actor, ...shown }) } };
}

function show({
  actor,
  subscription,
  clientState,
}: Shown & { readonly actor: Actor }): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: actor.kind === 'app' ? actor.appId : null,
    changeType: 'updated',
    clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(subscription.endsMs).toISOString(),
    creatorId: subscription.owner,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
    notificationContentType: null,
    encryptionCertificate: null,
    encryptionCertificateId: null,
    includeResourceData: null,
    notificationQueryOptions: null,
    notificationUrlAppId: null,
  };
}
