import { randomUUID } from 'node:crypto';
import type { SiteDocuments } from '../../../graph/documents/site-documents.ts';
import type { SiteLists } from '../../../graph/site-lists.ts';
import { AppError } from '../../../plan/errors.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import type { LoopDeps, Notifications } from '../../../workflow/deps.ts';
import { createPlanCache } from '../../../workflow/plan-cache.ts';
import { NOW } from '../../helpers/make-plan.ts';
import { createMemoryFeed, type MemoryFeed } from './memory-feed.ts';
import { createMemoryMessenger, type MemoryMessenger } from './memory-messenger.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';

/** One process of Milepost, as far as the workflow sees it. */
export interface TestProcess extends LoopDeps {
  readonly messenger: MemoryMessenger;
  readonly activityFeed: MemoryFeed;
  /** Everything that was logged, a line each. */
  readonly logged: { readonly level: string; readonly message: string; readonly fields: object }[];
  /** How often something asked to be done soon. */
  nudges(): number;
  setClock(now: string): void;
}

/**
 * Makes a process on `database`; several on one database are several replicas. It is Monday 10 January 2022, 09:00,
 * and SharePoint is out of reach, unless a test says otherwise.
 */
export function makeDeps({
  database,
  tenantId = TENANT,
  siteListsOf = outOfReach,
  documentsOf = outOfReach,
  messenger = createMemoryMessenger(),
  notifications = NOT_TOLD,
}: {
  readonly database: Database;
  readonly tenantId?: string;
  readonly siteListsOf?: (planId: PlanId) => Promise<SiteLists>;
  readonly documentsOf?: (planId: PlanId) => Promise<SiteDocuments>;
  readonly messenger?: MemoryMessenger;
  readonly notifications?: Notifications;
}): TestProcess {
  const logged: TestProcess['logged'] = [];
  const logAt = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, message, fields });
  let now = NOW;
  let nudges = 0;
  return {
    database,
    plans: createPlanCache(database),
    clock: { now: () => now },
    log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
    siteListsOf,
    documentsOf,
    tenantId,
    newKey: randomUUID,
    nudge: () => {
      nudges += 1;
    },
    messenger,
    activityFeed: createMemoryFeed(),
    notifications,
    logged,
    nudges: () => nudges,
    setClock(instant) {
      now = Temporal.Instant.from(instant);
    },
  };
}

/** Graph can't reach it: the lists are read every so often. */
const NOT_TOLD: Notifications = {
  subscriptions: { create: outOfReach, renew: outOfReach, remove: outOfReach },
  url: null,
  planIds: [],
};

function outOfReach(): Promise<never> {
  return Promise.reject(new AppError({ code: 'GRAPH', message: 'SharePoint is out of reach in this test' }));
}
