import { forgetChat } from '../../../store/conversations.ts';
import { saveLostChannel, WAITING_FOR_CHANNEL } from '../../../store/lost-channels.ts';
import { saveUnreachable } from '../../../store/unreachable-people.ts';
import type { LoopDeps } from '../../deps.ts';
import type { Recipient, SendOutcome } from '../../ports/messenger.ts';
import type { PreparedNotice } from './prepare-notice.ts';
import type { Settlement } from './settlement.ts';

/** The app or the channel is not there: tried again this often until the notice expires, and at once when it is seen. */
const NOT_THERE_RETRY_MS = 10 * 60_000;

type Refusal = Extract<SendOutcome, { readonly status: 'permanent' }>;

/** What becomes of a notice that Teams certainly did not take. Whatever it is, it goes nowhere else. */
export async function settleRefused(
  deps: LoopDeps,
  { to, opensChat }: Pick<PreparedNotice, 'to' | 'opensChat'>,
  refusal: Refusal,
): Promise<Settlement> {
  const { code, isGone = false } = refusal;
  const isNotInstalled = code === WAITING_FOR_CHANNEL.notInstalled;
  if (to.kind === 'channel' && (isNotInstalled || isGone)) return settleLost(deps, to, refusal);
  if (to.kind === 'person' && isGone) return settleUnreachable(deps, { to, opensChat }, refusal);
  if (isNotInstalled) return { state: 'due', code, retryAfterMs: NOT_THERE_RETRY_MS };
  deps.log.error({ code, to: to.kind }, 'Teams does not take a notice as it is: a fault of ours');
  return { state: 'not sent', code };
}

/** A channel that is not there is remembered, for people to be told of: Teams at times says so of channels that are there. */
async function settleLost(
  { database }: LoopDeps,
  to: Extract<Recipient, { readonly kind: 'channel' }>,
  { code }: Refusal,
): Promise<Settlement> {
  await saveLostChannel(database, to);
  const waitsFor =
    code === WAITING_FOR_CHANNEL.notInstalled ? WAITING_FOR_CHANNEL.notInstalled : WAITING_FOR_CHANNEL.lost;
  return { state: 'due', code: waitsFor, retryAfterMs: NOT_THERE_RETRY_MS };
}

/**
 * Teams does not let a person be written to. About one chat in a hundred is forgotten by Teams without a reason: another is
 * opened once.
 * @see https://github.com/microsoft/botbuilder-python/issues/2102
 */
async function settleUnreachable(
  { database, clock }: LoopDeps,
  { to, opensChat }: { to: Extract<Recipient, { readonly kind: 'person' }>; readonly opensChat: boolean },
  { code, isRefused = false }: Refusal,
): Promise<Settlement> {
  const { tenantId, entraObjectId } = to;
  if (!isRefused && !opensChat) {
    await forgetChat(database, { tenantId, entraObjectId });
    return { state: 'due', code, retryAfterMs: 0 };
  }
  await saveUnreachable(database, { tenantId, entraObjectId, code, at: clock.now().toString() });
  return { state: 'not sent', code };
}
