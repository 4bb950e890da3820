import type { ActivityFeed } from '../graph/activity-feed.ts';
import type { SiteDocuments } from '../graph/documents/site-documents.ts';
import type { SiteLists } from '../graph/site-lists/types.ts';
import type { Subscriptions } from '../graph/subscriptions.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import type { PlanCache } from './plan-cache.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Messenger } from './ports/messenger.ts';

/** What every use case works with; made once, in `server/main.ts`. */
export interface WorkflowDeps {
  readonly database: Database;
  readonly plans: PlanCache;
  readonly clock: Clock;
  readonly log: Log;
  /** The SharePoint lists of a plan. */
  readonly siteListsOf: (planId: PlanId) => Promise<SiteLists>;
  /** The documents of a plan's site. */
  readonly documentsOf: (planId: PlanId) => Promise<SiteDocuments>;
  /** The one tenant whose people and channels the plans belong to. */
  readonly tenantId: string;
  /** A new unguessable key, for submissions and rows. */
  readonly newKey: () => string;
  /** Says that writes wait for SharePoint or cards for drawing; returns at once. */
  readonly nudge: () => void;
}

/** How Milepost is told of what changes in the lists. */
export interface Notifications {
  readonly subscriptions: Subscriptions;
  /** Where Graph is to tell it; `null` where it can't reach Milepost. */
  readonly url: string | null;
  /** Plans that are configured now; the database may know more. */
  readonly planIds: readonly PlanId[];
}

/** What the loops need besides: a way to send, and one to be told. */
export interface LoopDeps extends WorkflowDeps {
  readonly messenger: Messenger;
  /** Teams' activity feed, for news to whoever only uses the tab. */
  readonly activityFeed: ActivityFeed;
  readonly notifications: Notifications;
}
