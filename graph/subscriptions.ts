import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { GraphRequestError } from './graph-request-error.ts';
import { readAnswer } from './read-answer.ts';

/** What is asked of Graph: to tell an address of what changes in a list. */
export interface WantedSubscription {
  readonly siteId: string;
  readonly listId: string;
  /** https; Graph asks it to prove that it is there before it answers. */
  readonly notificationUrl: string;
  /** What every notification has to repeat, at most 128 characters. */
  readonly clientState: string;
  /** At most 42,300 minutes away. */
  readonly endsAt: Temporal.Instant;
}

/**
 * What became of it.
 * - `kept`: it stands until `endsAt`.
 * - `refused`: not allowed, or the address did not answer; asking again soon will not help.
 * - `gone`: there is no such subscription, or no such list.
 * - `later`: Graph is busy or away; nobody knows whether it was done.
 */
export type SubscriptionOutcome =
  | { readonly status: 'kept'; readonly subscriptionId: string; readonly endsAt: Temporal.Instant }
  | { readonly status: 'refused'; readonly code: string; readonly httpStatus: number }
  | { readonly status: 'gone' }
  | { readonly status: 'later'; readonly code: string };

/** Graph's change notifications. Needs Sites.ReadWrite.All; Sites.Selected will not do. Nothing here throws. */
export interface Subscriptions {
  create(wanted: WantedSubscription): Promise<SubscriptionOutcome>;
  /** Makes it last longer, which authorises it again as well. */
  renew(subscriptionId: string, endsAt: Temporal.Instant): Promise<SubscriptionOutcome>;
  /** @returns `gone` when it was ended */
  remove(subscriptionId: string): Promise<SubscriptionOutcome>;
}

const SUBSCRIPTION = z.object({ id: z.string(), expirationDateTime: z.string() });

/** An answer that says to try again, or that may never have been Graph's own. */
const PASSING_STATUSES = [408, 409, 423, 425, 429];

export function createSubscriptions(client: GraphClient): Subscriptions {
  const asked = async (answering: Promise<unknown>): Promise<SubscriptionOutcome> => {
    try {
      const answer = await answering;
      if (answer === undefined) return { status: 'gone' };
      const { id, expirationDateTime } = readAnswer(SUBSCRIPTION, answer, 'a subscription');
      return { status: 'kept', subscriptionId: id, endsAt: Temporal.Instant.from(expirationDateTime) };
    } catch (error) {
      return toOutcome(error);
    }
  };
  return {
    create: ({ siteId, listId, notificationUrl, clientState, endsAt }) =>
      asked(
        client.post('/subscriptions', {
          changeType: 'updated',
          notificationUrl,
          lifecycleNotificationUrl: notificationUrl,
          resource: `/sites/${siteId}/lists/${listId}`,
          expirationDateTime: endsAt.toString(),
          clientState,
        }),
      ),
    renew: (subscriptionId, endsAt) =>
      asked(client.patch(pathOf(subscriptionId), { expirationDateTime: endsAt.toString() })),
    remove: (subscriptionId) => asked(client.delete(pathOf(subscriptionId))),
  };
}

function pathOf(subscriptionId: string): string {
  return `/subscriptions/${encodeURIComponent(subscriptionId)}`;
}

function toOutcome(error: unknown): SubscriptionOutcome {
  if (!(error instanceof GraphRequestError)) return { status: 'later', code: 'unreadable' };
  const { status, graphCode } = error;
  if (status === 404 || status === 410) return { status: 'gone' };
  if (status === null || status >= 500 || PASSING_STATUSES.includes(status))
    return { status: 'later', code: graphCode };
  return { status: 'refused', code: graphCode, httpStatus: status };
}
