import { readInstant } from '../fields/dates.ts';
import { GraphError, notImplemented } from '../graph-error.ts';
import { openList } from '../list-access.ts';
import { type Graph, type GraphCall, readObject } from '../operation.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';

/** A subscription as it is asked for. */
export type NewSubscription = Omit<
  StoredSubscription,
  'id' | 'owner' | 'beganMs' | 'toldSequence' | 'isReauthorizationAsked'
>;

/** As long as a subscription to a list may last. */
const MAX_MINUTES = 42_300;

const MAX_CLIENT_STATE = 128;

const MEMBERS = [
  'changeType',
  'notificationUrl',
  'lifecycleNotificationUrl',
  'resource',
  'expirationDateTime',
  'clientState',
  'latestSupportedTlsVersion',
];

const LIST_RESOURCE = /^\/?sites\/(?<site>[^/]+)\/lists\/(?<list>[^/]+)$/;

/** Plain http only ends on this machine, where a tunnel would put https before it. */
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Reads the body of `POST /subscriptions`.
 * @throws GraphError 400 for what lists do not allow, 404 for a list that is not there, 501 for other resources
 */
export function readSubscription(graph: Graph, call: GraphCall): NewSubscription {
  const given = readObject(call.body) ?? {};
  const unknown = Object.keys(given).find((member) => !MEMBERS.includes(member) && given[member] !== null);
  if (unknown !== undefined) throw notImplemented(`the subscription property '${unknown}'`);
  const { listId, resource } = readResource(graph, call, given.resource);
  if (given.changeType !== 'updated')
    throw invalid(
      `The change type '${String(given.changeType)}' is not supported for lists: only 'updated' is.`,
    );
  const lifecycleUrl = given.lifecycleNotificationUrl ?? null;
  return {
    listId,
    resource,
    notificationUrl: readUrl('notificationUrl', given.notificationUrl),
    lifecycleNotificationUrl:
      lifecycleUrl === null ? null : readUrl('lifecycleNotificationUrl', lifecycleUrl),
    clientState: readClientState(given.clientState ?? null),
    latestSupportedTlsVersion:
      given.latestSupportedTlsVersion == null ? null : String(given.latestSupportedTlsVersion),
    endsMs: readExpiration(given.expirationDateTime, graph.world.clock.now().epochMilliseconds),
  };
}

/**
 * Reads until when a subscription is to last, in milliseconds.
 * @throws GraphError 400 when that is past or too far away
 */
export function readExpiration(given: unknown, nowMs: number): number {
  if (typeof given !== 'string') throw invalid('A subscription needs an expirationDateTime.');
  const endsMs = readInstant(given).epochMilliseconds;
  if (endsMs <= nowMs) throw invalid('Subscription expiration must be in the future.');
  if (endsMs - nowMs > MAX_MINUTES * 60_000)
    throw invalid(`Subscription expiration can only be ${MAX_MINUTES} minutes in the future.`);
  return endsMs;
}

function readResource(graph: Graph, call: GraphCall, given: unknown): { listId: string; resource: string } {
  const { site, list } = LIST_RESOURCE.exec(String(given))?.groups ?? {};
  if (site === undefined || list === undefined) throw notImplemented(`subscriptions to '${String(given)}'`);
  const open = openList(graph, { ...call, params: { site, list } });
  // Elsewhere the title does as well.
  if (open.list.id !== list.toLowerCase()) throw invalid('The resource must name the list by its id.');
  return { listId: open.list.id, resource: `sites/${open.site.id}/lists/${open.list.id}` };
}

function readUrl(name: string, given: unknown): string {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;
  const isLoopback = url?.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || isLoopback)) return url.href;
  throw invalid(`The ${name} is not an https address.`);
}

function readClientState(given: unknown): string | null {
  if (given === null || (typeof given === 'string' && given.length <= MAX_CLIENT_STATE)) return given;
  throw invalid(`The clientState is longer than ${MAX_CLIENT_STATE} characters.`);
}

function invalid(message: string): GraphError {
  return new GraphError({ status: 400, code: 'InvalidRequest', message });
}
