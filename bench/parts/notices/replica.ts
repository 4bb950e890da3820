import { randomUUID } from 'node:crypto';
import { AppError } from '../../../plan/errors.ts';
import type { Database } from '../../../store/database.ts';
import { TENANT } from '../../../tests/workflow/helpers/make-deps.ts';
import type { LoopDeps } from '../../../workflow/deps.ts';
import { createPlanCache } from '../../../workflow/plan-cache.ts';
import type { SentLog } from './sent-log.ts';

/** One process of Milepost as far as the workflow sees it, on a database that others may work on too. */
export interface Replica extends LoopDeps {
  /** What it logged as an error, but for SharePoint, which is out of reach. */
  readonly errors: string[];
}

/** SharePoint is out of reach: what people answer waits in the outbox, and the lists bring no news. */
export function makeReplica({
  database,
  now,
  log,
}: {
  readonly database: Database;
  /** The time by its own clock. */
  readonly now: () => Temporal.Instant;
  readonly log: SentLog;
}): Replica {
  const errors: string[] = [];
  return {
    database,
    plans: createPlanCache(database),
    clock: { now },
    log: {
      info: () => {},
      warn: () => {},
      error: (fields, message) => {
        if (fields.code !== OUT_OF_REACH) errors.push(`${message}: ${JSON.stringify(fields)}`);
      },
    },
    siteListsOf: outOfReach,
    documentsOf: outOfReach,
    tenantId: TENANT,
    newKey: randomUUID,
    nudge: () => {},
    messenger: log.messengerOf(now),
    activityFeed: { send: outOfReach },
    notifications: {
      subscriptions: { create: outOfReach, renew: outOfReach, remove: outOfReach },
      url: null,
      planIds: [],
    },
    errors,
  };
}

const OUT_OF_REACH = 'GRAPH';

function outOfReach(): Promise<never> {
  return Promise.reject(
    new AppError({ code: OUT_OF_REACH, message: 'SharePoint is out of reach in this trial' }),
  );
}
