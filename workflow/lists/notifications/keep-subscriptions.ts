import type { SubscriptionOutcome } from '../../../graph/subscriptions.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { withLease } from '../../../store/leases.ts';
import { listPlanSites } from '../../../store/plan-sites.ts';
import {
  forgetSubscription,
  type ListSubscription,
  listRefusals,
  listSubscriptions,
  saveRefusal,
  saveSubscription,
} from '../../../store/subscriptions.ts';
import { readSyncStates } from '../../../store/sync-state.ts';
import type { LoopDeps } from '../../deps.ts';
import { type SubscriptionSteps, subscriptionSteps, type WatchedList } from './subscription-steps.ts';

/** Graph allows 42,300 minutes for a list. */
const LIFETIME = Temporal.Duration.from({ hours: 28 * 24 });

/** Half of it: there is time for many tries, and for a fortnight in which nothing could be asked. */
const RENEW_AFTER = Temporal.Duration.from({ hours: 14 * 24 });

/** What was refused needs an administrator. */
const TRY_AGAIN_AFTER = Temporal.Duration.from({ hours: 24 });

/** Longer than Graph takes for one subscription, its handshake included. */
const LEASE_MS = 60_000;

/**
 * Has SharePoint tell of the changes of every list that is read, in one of the processes on the database. Where it will
 * not, the lists are still read every so often, and it is asked again the next day.
 */
export async function keepSubscriptions(deps: LoopDeps): Promise<void> {
  if (isNothing(await stepsOf(deps))) return;
  await withLease(deps.database, { name: 'subscriptions', forMs: LEASE_MS }, async () => {
    // Another process may have taken them meanwhile.
    await take(deps, await stepsOf(deps));
  });
}

function isNothing({ end, renew, make }: SubscriptionSteps): boolean {
  return end.length + renew.length + make.length === 0;
}

async function stepsOf({ database, clock, notifications }: LoopDeps): Promise<SubscriptionSteps> {
  const watched: WatchedList[] = [];
  for (const { planId, siteId } of await listPlanSites(database)) {
    if (!notifications.planIds.includes(planId)) continue;
    for (const { list, listId } of await readSyncStates(database, planId))
      if (listId !== null) watched.push({ planId, siteId, list, listId });
  }
  const known = await listSubscriptions(database);
  const refusals = await listRefusals(database);
  return subscriptionSteps({ watched, known, refusals, url: notifications.url, now: clock.now() });
}

/** Takes the steps one by one; what Graph is too busy for, the next round finds again. */
async function take(deps: LoopDeps, { end, renew, make }: SubscriptionSteps): Promise<void> {
  for (const subscription of end) {
    const outcome = await deps.notifications.subscriptions.remove(subscription.subscriptionId);
    if (isPutOff(deps, outcome)) return;
    await forgetSubscription(deps.database, subscription.subscriptionId);
  }
  for (const subscription of renew) if (await renewOne(deps, subscription)) return;
  const refused = new Set<PlanId>();
  for (const list of make) {
    if (refused.has(list.planId)) continue;
    const outcome = await makeOne(deps, list);
    if (isPutOff(deps, outcome)) return;
    if (outcome.status === 'refused') refused.add(list.planId);
  }
}

/** @returns whether Graph can't be asked now */
async function renewOne(deps: LoopDeps, subscription: ListSubscription): Promise<boolean> {
  const { database, clock, notifications } = deps;
  const { planId, list, subscriptionId } = subscription;
  const outcome = await notifications.subscriptions.renew(subscriptionId, clock.now().add(LIFETIME));
  if (outcome.status === 'kept') {
    await saveSubscription(database, { ...subscription, ...timesOf(deps, outcome.endsAt) });
    return false;
  }
  if (isPutOff(deps, outcome)) return true;
  // Without it the next round makes another, unless that is what is refused.
  await forgetSubscription(database, subscriptionId);
  deps.log.info({ planId, list, subscriptionId, outcome: outcome.status }, 'subscription was not renewed');
  if (outcome.status === 'refused') await noteRefusal(deps, planId, outcome);
  return false;
}

async function makeOne(
  deps: LoopDeps,
  { planId, siteId, list, listId }: WatchedList,
): Promise<SubscriptionOutcome> {
  const { database, clock, notifications, newKey } = deps;
  const notificationUrl = notifications.url ?? '';
  const clientState = newKey();
  const outcome = await notifications.subscriptions.create({
    siteId,
    listId,
    notificationUrl,
    clientState,
    endsAt: clock.now().add(LIFETIME),
  });
  if (outcome.status === 'kept') {
    const { subscriptionId } = outcome;
    const times = timesOf(deps, outcome.endsAt);
    await saveSubscription(database, {
      planId,
      list,
      listId,
      subscriptionId,
      clientState,
      notificationUrl,
      ...times,
    });
  }
  if (outcome.status === 'refused') await noteRefusal(deps, planId, outcome);
  return outcome;
}

function timesOf(
  { clock }: LoopDeps,
  endsAt: Temporal.Instant,
): Pick<ListSubscription, 'renewAt' | 'endsAt'> {
  return { renewAt: clock.now().add(RENEW_AFTER).toString(), endsAt: endsAt.toString() };
}

function isPutOff({ log }: LoopDeps, outcome: SubscriptionOutcome): boolean {
  if (outcome.status !== 'later') return false;
  log.warn({ code: outcome.code }, 'subscriptions have to wait');
  return true;
}

async function noteRefusal(
  { database, clock, log, notifications }: LoopDeps,
  planId: PlanId,
  { code, httpStatus }: SubscriptionOutcome & { readonly status: 'refused' },
): Promise<void> {
  const tryAgainAt = clock.now().add(TRY_AGAIN_AFTER).toString();
  await saveRefusal(database, { planId, notificationUrl: notifications.url ?? '', code, tryAgainAt });
  log.warn(
    { planId, code, httpStatus },
    'SharePoint will not tell of changes; lists are read every so often',
  );
}
