import { todayIn } from '../plan/calendar/dates.ts';
import { nextNoticeAt } from '../plan/notices/index.ts';
import type { PlanId } from '../plan/plan.ts';
import { settleChannels } from '../store/channels.ts';
import { markAgedCardsDirty } from '../store/check-in-cards.ts';
import { pruneWritten } from '../store/outbox.ts';
import { listPlanSites } from '../store/plan-sites.ts';
import { pruneSends } from '../store/send-limits.ts';
import { makeDrafts } from './board-reports/make-drafts.ts';
import { makeReportParts } from './board-reports/parts/make-parts.ts';
import { recoverReports } from './board-reports/recovery/recover-reports.ts';
import { settleStates } from './board-reports/settle-states.ts';
import { forgetOldCalendars } from './calendar/receive-calendar.ts';
import { forgetOldNotices } from './deliveries/forget-notices.ts';
import type { LoopDeps } from './deps.ts';
import { runImports } from './import/run-imports.ts';
import { keepSubscriptions } from './lists/notifications/keep-subscriptions.ts';
import type { ChangedLists } from './lists/notifications/take-notifications.ts';
import { syncIn } from './lists/reading/sync-in.ts';
import { writeBack } from './lists/writing/write-back.ts';
import { refreshCards } from './meetings/refresh-cards.ts';
import { runMeetings } from './meetings/run-meetings.ts';
import { decideByState } from './notices/decide-by-state.ts';
import { deliverNotices } from './notices/deliver-notices.ts';
import { planNotices, planPersonalNotices } from './notices/plan-notices.ts';
import { planTroubleNotices } from './notices/trouble-notice.ts';
import { forgetOldAnswers } from './once.ts';

/**
 * Does everything that is due by now: reads the lists, opens and closes check-ins, sends notices, draws cards again,
 * writes back, and has SharePoint tell of changes. May run at any time, in several processes, and again after a crash:
 * nothing happens twice. A plan that fails is logged and tried again next time; the others go on.
 * @param send how what is due in Teams is sent; default: right here
 */
export async function runDue(deps: LoopDeps, send: Send = () => sendDue(deps)): Promise<void> {
  const planIds = (await listPlanSites(deps.database)).map((site) => site.planId);
  await forEachPlan(deps, planIds, 'reading the lists', (planId) => syncIn(deps, planId));
  await settleChannels(deps.database);
  await forEachPlan(deps, planIds, 'planning', (planId) => planDue(deps, planId));
  await planPersonalNotices(deps);
  await send();
  await writeAllBack(deps, { planIds, send });
  await keepSubscriptions(deps);
  await pruneWritten(deps.database);
  await pruneSends(deps.database, deps.tenantId);
  await forgetOldAnswers(deps);
  await forgetOldCalendars(deps);
  await forgetOldNotices(deps);
}

/** Reads the lists of which SharePoint said that they changed, and draws cards again. */
export async function readChanged(
  deps: LoopDeps,
  changed: ChangedLists,
  send: Send = () => sendDue(deps),
): Promise<void> {
  await forEachPlan(deps, changed.keys(), 'reading changed lists', (planId) =>
    syncIn(deps, planId, [...(changed.get(planId) ?? [])]),
  );
  await send();
}

/** Writes to SharePoint what waits, plan by plan. Whose answer met somebody's edit is told at once. */
export async function writeAllBack(
  deps: LoopDeps,
  {
    planIds,
    send = () => sendDue(deps),
  }: { readonly planIds?: readonly PlanId[]; readonly send?: Send } = {},
): Promise<void> {
  const all = planIds ?? (await listPlanSites(deps.database)).map((site) => site.planId);
  await forEachPlan(deps, all, 'writing back', (planId) => writeBack(deps, planId));
  await forEachPlan(deps, all, 'importing', (planId) => runImports(deps, planId));
  await send();
  // Last: a slow library of documents holds up nothing else.
  await forEachPlan(deps, all, 'making documents', (planId) => makeReportParts(deps, planId));
}

/** Sends to Teams what is due. */
type Send = () => Promise<void>;

/** Sends the notices that are due and draws the cards again that no longer show how things stand. Never asks Graph. */
export async function sendDue(deps: LoopDeps): Promise<void> {
  await deliverNotices(deps);
  await refreshCards(deps);
}

/** The next moment at which something of any plan falls due; `null` when nothing does within two months. */
export async function nextDueAt(deps: LoopDeps): Promise<Temporal.Instant | null> {
  return decideByState(deps, nextNoticeAt);
}

async function planDue(deps: LoopDeps, planId: PlanId): Promise<void> {
  const before = await deps.plans.get(planId);
  if (before === null) return;
  await runMeetings(deps, before);
  const plan = await deps.plans.get(planId);
  if (plan === null) return;
  await recoverReports(deps, plan);
  await settleStates(deps, plan);
  await makeDrafts(deps, plan);
  await planNotices(deps, plan);
  await planTroubleNotices(deps, plan);
  await markAgedCardsDirty(deps.database, planId, todayIn(deps.clock.now(), plan.settings.timeZone));
}

async function forEachPlan(
  deps: LoopDeps,
  planIds: Iterable<PlanId>,
  step: string,
  work: (planId: PlanId) => Promise<unknown>,
): Promise<void> {
  for (const planId of planIds) {
    try {
      await work(planId);
    } catch (error) {
      const { name, message, code } = error as Error & { code?: string };
      deps.log.error(
        { planId, step, error: name, code, reason: message },
        'a plan could not be gone on with',
      );
    }
  }
}
