import type { SiteLists } from '../graph/site-lists/types.ts';
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
  /** The one tenant whose people and channels the plans belong to. */
  readonly tenantId: string;
  /** A new unguessable key, for submissions and rows. */
  readonly newKey: () => string;
  /** Says that writes wait for SharePoint or cards for drawing; returns at once. */
  readonly nudge: () => void;
}

/** What the loops need besides: a way to send. */
export interface LoopDeps extends WorkflowDeps {
  readonly messenger: Messenger;
}
