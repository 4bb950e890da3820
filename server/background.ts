import { setTimeout as sleep } from 'node:timers/promises';
import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import { nextDrawingInMs } from '../store/check-in-cards.ts';
import { nextLostInMs, nextThrottledInMs } from '../store/ledger.ts';
import { nextWriteInMs } from '../store/outbox.ts';
import type { LoopDeps } from '../workflow/deps.ts';
import type { ChangedLists } from '../workflow/lists/notifications/take-notifications.ts';
import { nextDueAt, readChanged, runDue, sendDue, writeAllBack } from '../workflow/run-due.ts';
import { createLane } from './lane.ts';

/** Answers that come close together share one drawing of the card and one batch to SharePoint. */
const NUDGE_DELAY_MS = 300;

/** A change in SharePoint is told of list by list, and again and again while somebody types. */
const SYNC_DELAY_MS = 1_000;

/** How long `doDue` waits for what Microsoft 365 asked to come back later with. */
const MAX_SETTLING_MS = 30_000;

/** Rounds of sending at the same time: while one waits for a slow recipient, the next does all the rest. */
const SENDING_AT_ONCE = 2;

/** Time enough for another process to be done with a card it is just taking. */
const LEAST_RETURN_MS = 50;

/** What comes later than this is left to the round of the next minute. */
const MAX_RETURN_MS = 60_000;

/**
 * What Milepost does by itself, besides answering. In this process one thing at a time is done with the lists, apart from
 * what is done in Teams: a card in a channel never waits for SharePoint.
 */
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
  const lists = createLane();
  const teams = createLane(SENDING_AT_ONCE);
  let nudged: NodeJS.Timeout | null = null;
  let syncNudged: NodeJS.Timeout | null = null;
  let returning: NodeJS.Timeout | null = null;
  let repeating: NodeJS.Timeout | null = null;
  let toRead = new Map<PlanId, Set<ListName>>();
  let isWriteWaiting = false;
  let isRepeatWaiting = false;
  let isStopped = false;
  let hasRun = false;

  const logFailure = (error: unknown) => {
    const { name, message } = error as Error;
    getDeps().log.error({ error: name, reason: message }, 'background work failed; it is tried again');
  };

  const send = (): Promise<void> =>
    teams.run(async () => {
      const { database } = getDeps();
      await sendDue(getDeps());
      const sendInMs = soonest(await nextDrawingInMs(database), await nextThrottledInMs(database));
      comeBackIn(soonest(sendInMs, await nextLostInMs(database)));
    });

  /** A card rests after each drawing, Teams asks to wait, and of what a process was sending it may turn out that it died. */
  const comeBackIn = (waitMs: number | null) => {
    if (isStopped || waitMs === null || waitMs > MAX_RETURN_MS) return;
    if (returning !== null) clearTimeout(returning);
    returning = setTimeout(
      () => {
        returning = null;
        send().catch(logFailure);
      },
      Math.max(waitMs, LEAST_RETURN_MS),
    );
  };

  const write = async (): Promise<void> => {
    // While SharePoint is slow, many answers come: one more round is enough for all.
    if (isWriteWaiting) return;
    isWriteWaiting = true;
    await lists.run(() => {
      isWriteWaiting = false;
      return writeAllBack(getDeps(), { send });
    });
  };

  return {
    doDue: () =>
      lists.run(async () => {
        const deps = getDeps();
        await runDue(deps, send);
        await settle(deps, send);
        await teams.whenBegunIsDone();
        hasRun = true;
        return { nextEventAt: await nextDueAt(deps) };
      }),
    nudge() {
      if (isStopped || nudged !== null) return;
      nudged = setTimeout(() => {
        nudged = null;
        send().catch(logFailure);
        write().catch(logFailure);
      }, NUDGE_DELAY_MS);
    },
    nudgeSync(changed) {
      for (const [planId, changedLists] of changed)
        toRead.set(planId, new Set([...(toRead.get(planId) ?? []), ...changedLists]));
      if (isStopped || syncNudged !== null || toRead.size === 0) return;
      syncNudged = setTimeout(() => {
        lists
          .run(async () => {
            // Not before: what is told of while other work is under way is read with the rest.
            syncNudged = null;
            const changes = toRead;
            toRead = new Map();
            await readChanged(getDeps(), changes, send);
          })
          .catch(logFailure);
      }, SYNC_DELAY_MS);
    },
    hasRun: () => hasRun,
    repeatEvery(intervalMs) {
      repeating ??= setInterval(() => {
        // While Microsoft 365 is away one round may take many intervals: one more is enough afterwards.
        if (isRepeatWaiting) return;
        isRepeatWaiting = true;
        lists
          .run(() => {
            isRepeatWaiting = false;
            return runDue(getDeps(), send);
          })
          .catch(logFailure);
      }, intervalMs);
    },
    async stop() {
      isStopped = true;
      for (const timer of [nudged, syncNudged, returning]) if (timer !== null) clearTimeout(timer);
      if (repeating !== null) clearInterval(repeating);
      await lists.whenIdle();
      await teams.whenIdle();
    },
  };
}

/** Comes back for what was throttled or rests, as long as it is asked to wait seconds rather than minutes. */
async function settle(deps: LoopDeps, send: () => Promise<void>): Promise<void> {
  let wasDue = false;
  const endsAtMs = performance.now() + MAX_SETTLING_MS;
  for (;;) {
    const { database } = deps;
    const sendInMs = soonest(await nextThrottledInMs(database), await nextDrawingInMs(database));
    const waitMs = soonest(sendInMs, await nextWriteInMs(database));
    // Due, tried, and still due: SharePoint cannot even be asked, and the next round is soon enough.
    if (waitMs === null || performance.now() + waitMs > endsAtMs || (waitMs === 0 && wasDue)) return;
    wasDue = waitMs === 0;
    await sleep(waitMs + 10);
    await send();
    await writeAllBack(deps, { send });
  }
}

function soonest(...waits: readonly (number | null)[]): number | null {
  const known = waits.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}
