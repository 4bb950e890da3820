import type { NewsContent } from '../plan/content.ts';
import type { PlanId } from '../plan/plan.ts';
import type { GraphClient } from './client.ts';
import { GraphRequestError } from './graph-request-error.ts';

/**
 * What became of one entry in somebody's activity feed. Graph keeps no key by which a second one would be recognised.
 * - `sent`: it stands there.
 * - `throttled`: certainly not; try again after `retryAfterMs`.
 * - `refused`: certainly not, and not later either. `NotAllowed`: the app has no permission; `NotInstalled`: Teams knows no
 *   such person, or they do not have the app; anything else is a fault of ours.
 * - `ambiguous`: perhaps; must not be repeated.
 */
export type FeedOutcome =
  | { readonly status: 'sent' }
  | { readonly status: 'throttled'; readonly retryAfterMs: number; readonly code: string }
  | { readonly status: 'refused'; readonly code: 'NotAllowed' | 'NotInstalled' | (string & {}) }
  | { readonly status: 'ambiguous'; readonly code: string };

/** Teams' activity feed. Never throws for what Graph does: it answers the outcome. */
export interface ActivityFeed {
  send(news: { readonly entraObjectId: string; readonly content: NewsContent }): Promise<FeedOutcome>;
}

/** The activity of the app package, with its parameter. */
const NEWS_ACTIVITY = { type: 'planNews', parameter: 'planName' } as const;

/** How long to wait when Graph says `too many` without saying how long, or could not be reached. */
const DEFAULT_RETRY_MS = 60_000;

/**
 * Needs TeamsActivity.Send.User, which the app package asks for, or TeamsActivity.Send; and Graph must be asked by the app
 * that the package names in `webApplicationInfo`.
 * @param link address of the tab, open at a plan
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export function createActivityFeed(
  client: GraphClient,
  link: (target: { readonly planId: PlanId }) => string,
): ActivityFeed {
  return {
    async send({ entraObjectId, content: { planId, planName, headline } }) {
      try {
        await client.post(`/users/${encodeURIComponent(entraObjectId)}/teamwork/sendActivityNotification`, {
          topic: { source: 'text', value: planName, webUrl: link({ planId }) },
          activityType: NEWS_ACTIVITY.type,
          previewText: { content: headline },
          templateParameters: [{ name: NEWS_ACTIVITY.parameter, value: planName }],
        });
        return { status: 'sent' };
      } catch (error) {
        if (error instanceof GraphRequestError) return toOutcome(error);
        throw error;
      }
    },
  };
}

function toOutcome({ status, graphCode, retryAfterMs, maybeDone }: GraphRequestError): FeedOutcome {
  if (maybeDone) return { status: 'ambiguous', code: status === null ? 'NetworkError' : `HTTP${status}` };
  if (status === null || status === 401 || status === 429 || status === 503)
    return { status: 'throttled', retryAfterMs: retryAfterMs ?? DEFAULT_RETRY_MS, code: graphCode };
  if (status === 403) return { status: 'refused', code: 'NotAllowed' };
  if (status === 404) return { status: 'refused', code: 'NotInstalled' };
  return { status: 'refused', code: `HTTP${status}` };
}
