import type { DeliveriesContent, DeliveryLedger } from '../../plan/content.ts';
import { buildDeliveryDays } from '../../plan/deliveries/build-days.ts';
import { buildDeliveries, periodOfPage } from '../../plan/deliveries/build-deliveries.ts';
import type { DeliveryContext } from '../../plan/deliveries/delivery-words.ts';
import { directoryIdOf, isPlanManager } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import { OF_CHANNELS } from '../../plan/troubles.ts';
import {
  countDeliveries,
  hasDeliveriesBefore,
  readDeliveries,
  readToldOfChannels,
  readWholeLedger,
} from '../../store/deliveries.ts';
import { readPreferences } from '../../store/preferences.ts';
import { readUnreachableOwners } from '../../store/unreachable-people.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { ledgerScopeOf } from './ledger-scope.ts';

/** Ten years back; nothing is kept that long. */
const LAST_PAGE = 260;

/** Who was reached in a fortnight and who was not: everything for plan managers, the channels' part for everybody else. */
export async function viewDeliveries(
  deps: WorkflowDeps,
  { actor, planId, page = 0 }: Parameters<UseCases['viewDeliveries']>[0],
): Promise<DeliveriesContent> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  return deliveriesOf(deps, plan, { scope: isPlanManager(owner) ? 'all' : 'channels', page });
}

/** The same with every notice by day, what was simply sent too. */
export async function viewDeliveryLedger(
  deps: WorkflowDeps,
  { actor, planId, page = 0 }: Parameters<UseCases['viewDeliveryLedger']>[0],
): Promise<DeliveryLedger> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const scope = isPlanManager(owner) ? 'all' : 'channels';
  const deliveries = await deliveriesOf(deps, plan, { scope, page });
  const context = await deliveryContextOf(deps, plan);
  const { from, until } = periodOfPage(plan, deliveries.page, context.now);
  const ledgerScope = ledgerScopeOf(plan, { channelsOnly: scope === 'channels' });
  const period = { from: from.toString(), until: until.toString() };
  const all = await readWholeLedger(deps.database, ledgerScope, period);
  return { ...deliveries, days: buildDeliveryDays({ ...context, scope, all }) };
}

/** A page of a plan's deliveries. Whoever calls it has asked whether the person may know. */
export async function deliveriesOf(
  deps: WorkflowDeps,
  plan: Plan,
  view: Pick<DeliveriesContent, 'scope' | 'page'>,
): Promise<DeliveriesContent> {
  const { database } = deps;
  const page = Math.min(Math.max(0, Math.trunc(view.page) || 0), LAST_PAGE);
  const context = await deliveryContextOf(deps, plan);
  const scope = ledgerScopeOf(plan, { channelsOnly: view.scope === 'channels' });
  const moments = periodOfPage(plan, page, context.now);
  const period = { from: moments.from.toString(), until: moments.until.toString() };
  const [counts, entries, hasOlder] = await Promise.all([
    countDeliveries(database, scope, period),
    readDeliveries(database, scope, period),
    hasDeliveriesBefore(database, scope, period.from),
  ]);
  return buildDeliveries({ ...context, scope: view.scope, page, counts, entries, hasOlder });
}

/** What entries of a plan's ledger are put in words with. */
export async function deliveryContextOf(
  { database, clock, tenantId }: WorkflowDeps,
  plan: Plan,
): Promise<DeliveryContext> {
  const toldOfChannels = await readToldOfChannels(database, plan.id, OF_CHANNELS);
  const preferences = await readPreferences(database, tenantId);
  const unreachable = await readUnreachableOwners(database, { planId: plan.id, tenantId });
  const { owners } = indexOf(plan);
  const refused = new Set(
    unreachable.flatMap(({ ownerKey }) => {
      const owner = owners.get(ownerKey);
      return owner === undefined ? [] : (directoryIdOf(owner) ?? []);
    }),
  );
  return { plan, now: clock.now(), toldOfChannels, preferences, refused };
}
