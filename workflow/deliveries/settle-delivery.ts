import type { DeliveryDecision } from '../../plan/content.ts';
import type { DeliveryContext } from '../../plan/deliveries/delivery-words.ts';
import { sendingAgain } from '../../plan/deliveries/sending-again.ts';
import { type Settling, settlingWords } from '../../plan/deliveries/settling-words.ts';
import { AppError } from '../../plan/errors.ts';
import { isPlanManager } from '../../plan/people.ts';
import type { Database } from '../../store/database.ts';
import {
  findDelivery,
  type LedgerScope,
  planDeliveryAgain,
  settleAsArrived,
} from '../../store/deliveries.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { recordTold, type Told } from '../notices/record-told.ts';
import type { UseCases } from '../use-cases.ts';
import { ledgerScopeOf } from './ledger-scope.ts';
import { deliveriesOf, deliveryContextOf } from './view-deliveries.ts';

type Ask = Parameters<UseCases['sendAgain']>[0];

/**
 * Has a notice sent again that came to nothing or may have: once, however many ask, and only while it is timely.
 * @throws AppError `FORBIDDEN`; `STALE` where the ledger does not hold it any more
 */
export function sendAgain(deps: WorkflowDeps, ask: Ask): Promise<DeliveryDecision> {
  return settle(deps, ask, 'send again');
}

/**
 * Takes a notice that may have arrived for sent, since somebody says so.
 * @throws AppError `FORBIDDEN`; `STALE` where the ledger does not hold it any more
 */
export function markArrived(deps: WorkflowDeps, ask: Ask): Promise<DeliveryDecision> {
  return settle(deps, ask, 'arrived');
}

async function settle(
  deps: WorkflowDeps,
  { actor, planId, noticeId, attempt, page = 0 }: Ask,
  asked: Settling,
): Promise<DeliveryDecision> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  if (!isPlanManager(owner)) throw refuse('Only plan managers decide what is sent again.');
  const scope = ledgerScopeOf(plan);
  const context = await deliveryContextOf(deps, plan);
  const decision = {
    id: noticeId,
    attempt,
    by: (actor.entraObjectId ?? owner.entraObjectId ?? '').toLowerCase(),
    at: context.now.toString(),
  };
  const isDone =
    asked === 'send again'
      ? await planAgain(deps.database, scope, { context, decision })
      : await takeForArrived(deps.database, scope, decision);
  if (isDone && asked === 'send again') deps.nudge();
  const entry = await findDelivery(deps.database, scope, noticeId);
  if (entry === null) throw notThere();
  return {
    words: settlingWords(context, entry, { asked, isDone }),
    deliveries: await deliveriesOf(deps, plan, { scope: 'all', page }),
  };
}

/** What would reach nobody is not planned again: it would only come to nothing once more. */
async function planAgain(
  database: Database,
  scope: LedgerScope,
  {
    context,
    decision,
  }: {
    readonly context: DeliveryContext;
    readonly decision: Parameters<typeof planDeliveryAgain>[2];
  },
): Promise<boolean> {
  const entry = await findDelivery(database, scope, decision.id);
  if (entry === null || sendingAgain(context, entry)?.refusal !== undefined) return false;
  return planDeliveryAgain(database, scope, decision);
}

/** What it told is noted as told, so that it is not told again. */
function takeForArrived(
  database: Database,
  scope: LedgerScope,
  decision: Parameters<typeof settleAsArrived>[2],
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const arrived = await settleAsArrived(tx, scope, decision);
    if (arrived === null) return false;
    await recordTold(tx, (arrived.told ?? []) as readonly Told[], decision.at);
    return true;
  });
}

function notThere(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'notice is not in the ledger of the plan',
    userMessage:
      'This message is not in the plan’s ledger any more. Look at the deliveries again (“deliveries” in chat) to see what is.',
  });
}
