import { setTimeout as sleep } from 'node:timers/promises';
import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import { nextThrottledInMs } from '../store/ledger.ts';
import { nextWriteInMs } from '../store/outbox.ts';
import type { LoopDeps } from '../workflow/deps.ts';
import type { ChangedLists } from '../workflow/lists/notifications/take-notifications.ts';
import { refreshCards } from '../workflow/meetings/refresh-cards.ts';
import { deliverNotices } from '../workflow/notices/deliver-notices.ts';
import { nextDueAt, readChanged, runDue, writeAllBack } from '../workflow/run-due.ts';

/** Answers that come close together share one drawing of the card and one batch to SharePoint. */
const NUDGE_DELAY_MS = 300;

/** A change in SharePoint is told of list by list, and again and again while somebody types. */
const SYNC_DELAY_MS = 1_000;

/** How long `doDue` waits for what Microsoft 365 asked to come back later with. */
const MAX_SETTLING_MS = 30_000;

/** What Milepost does by itself, besides answering. One thing at a time in this process. */
export interface Background {
  /** Does everything that is due, and once it is done says when something is due next. */
  doDue(): Promise<{ readonly nextEventAt: Temporal.Instant | null }>;
  /** Soon draws cards again and writes back; returns at once. */
  nudge(): void;
  /** Soon reads what changed in these lists; returns at once. */
  nudgeSync(changed: ChangedLists): void;
  /** Whether everything due has been done at least once. */
  hasRun(): boolean;
  /** Does what is due every so often from now on. */
  repeatEvery(intervalMs: number): void;
  /** Waits for what is under way; starts nothing more. */
  stop(): Promise<void>;
}

/** @param getDeps the loops' tools; asked for late, since the bot that sends is made after the use cases it answers with */
export function createBackground(getDeps: () => LoopDeps): Background {
  let last: Promise<unknown> = Promise.resolve();
  let nudged: NodeJS.Timeout | null = null;
  let syncNudged: NodeJS.Timeout | null = null;
  let toRead = new Map<PlanId, Set<ListName>>();
  let repeating: NodeJS.Timeout | null = null;
  let isRepeatWaiting = false;
  let isStopped = false;
  let hasRun = false;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
  const logFailure = (error: unknown) => {
    const { name, message } = error as Error;
    getDeps().log.error({ error: name, reason: message }, 'background work failed; it is tried again');
  };

  return {
    doDue: () =>
      inTurn(async () => {
        const deps = getDeps();
        await runDue(deps);
        await settle(deps);
        hasRun = true;
        return { nextEventAt: await nextDueAt(deps) };
      }),
    nudge() {
      if (isStopped || nudged !== null) return;
      nudged = setTimeout(() => {
        nudged = null;
        inTurn(async () => {
          const deps = getDeps();
          await deliverNotices(deps);
          await refreshCards(deps);
          await writeAllBack(deps);
        }).catch(logFailure);
      }, NUDGE_DELAY_MS);
    },
    nudgeSync(changed) {
      for (const [planId, lists] of changed)
        toRead.set(planId, new Set([...(toRead.get(planId) ?? []), ...lists]));
      if (isStopped || syncNudged !== null || toRead.size === 0) return;
      syncNudged = setTimeout(() => {
        inTurn(async () => {
          // Not before: what is told of while other work is under way is read with the rest.
          syncNudged = null;
          const lists = toRead;
          toRead = new Map();
          await readChanged(getDeps(), lists);
        }).catch(logFailure);
      }, SYNC_DELAY_MS);
    },
    hasRun: () => hasRun,
    repeatEvery(intervalMs) {
      repeating ??= setInterval(() => {
        // While Microsoft 365 is away one round may take many intervals: one more is enough afterwards.
        if (isRepeatWaiting) return;
        isRepeatWaiting = true;
        inTurn(() => {
          isRepeatWaiting = false;
          return runDue(getDeps());
        }).catch(logFailure);
      }, intervalMs);
    },
    async stop() {
      isStopped = true;
      if (nudged !== null) clearTimeout(nudged);
      if (syncNudged !== null) clearTimeout(syncNudged);
      if (repeating !== null) clearInterval(repeating);
      await last;
    },
  };
}

/** Comes back for what was throttled, as long as it is asked to wait seconds rather than minutes. */
async function settle(deps: LoopDeps): Promise<void> {
  let wasDue = false;
  const endsAtMs = performance.now() + MAX_SETTLING_MS;
  for (;;) {
    const waits = [await nextThrottledInMs(deps.database), await nextWriteInMs(deps.database)];
    const waitMs = Math.min(...waits.filter((ms) => ms !== null));
    // Due, tried, and still due: SharePoint cannot even be asked, and the next round is soon enough.
    if (performance.now() + waitMs > endsAtMs || (waitMs === 0 && wasDue)) return;
    wasDue = waitMs === 0;
    await sleep(waitMs + 10);
    await deliverNotices(deps);
    await writeAllBack(deps);
  }
}
