import { formatMoment } from '../calendar/dates.ts';
import type { DeliveriesContent, DeliveryDay, DeliveryEntry, DeliveryOutcome } from '../content.ts';
import { codeWords } from './code-words.ts';
import { type DeliveryContext, decisionWords, insteadWords, whoWords, whyWords } from './delivery-words.ts';
import { kindWords } from './kind-words.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { sendingAgain } from './sending-again.ts';

const OUTCOME_OF: Readonly<Record<LedgerEntry['state'], DeliveryOutcome>> = {
  due: 'waiting',
  sending: 'waiting',
  sent: 'reached',
  'not sent': 'not reached',
  ambiguous: 'unclear',
  expired: 'not reached',
  'nothing to say': 'nothing to say',
};

/** What the days are made from. */
interface DaysAsk extends DeliveryContext {
  readonly scope: DeliveriesContent['scope'];
  /** The latest first. */
  readonly all: readonly LedgerEntry[];
}

/** Every notice of a fortnight by day. Who may only read the channels' part is offered no decision. */
export function buildDeliveryDays(ask: DaysAsk): DeliveryDay[] {
  const lines = ask.all.map((entry) => {
    const [dayWords = '', timeWords = ''] = formatMoment(entry.dueAt, ask.plan.settings.timeZone).split(', ');
    return { dayWords, entry: { ...entryOf(ask, entry), timeWords } };
  });
  return [...Map.groupBy(lines, ({ dayWords }) => dayWords)].map(([dayWords, ofDay]) => ({
    dayWords,
    entries: ofDay.map(({ entry }) => entry),
  }));
}

function entryOf(context: DaysAsk, entry: LedgerEntry): Omit<DeliveryEntry, 'timeWords'> {
  const { state, code, decision } = entry;
  const outcome = OUTCOME_OF[state];
  const mayDecide = context.scope === 'all';
  const again = sendingAgain(context, entry);
  return {
    noticeId: entry.id,
    whoName: whoWords(context, entry),
    isChannel: entry.entraObjectId === null,
    kindWords: kindWords(entry.kind).one,
    outcome,
    isUnreached:
      outcome === 'not reached' ||
      outcome === 'unclear' ||
      (state === 'due' && code !== null && decision === null),
    why: decision === null ? whyOf(entry) : '',
    instead: insteadOf(context, entry),
    decided: decisionWords(context, entry),
    attempt: entry.attempts,
    maySendAgain: mayDecide && again !== null && again.refusal === undefined,
    mayHaveArrived: mayDecide && state === 'ambiguous',
  };
}

/** Why an earlier attempt failed is of no matter once one went through. */
function whyOf(entry: LedgerEntry): string {
  if (entry.state !== 'sent') return whyWords(entry);
  return entry.code === null
    ? ''
    : codeWords(entry.code, entry.entraObjectId === null ? 'channel' : 'person');
}

/** What waits for its turn alone says so by its outcome; what went out, or had nothing to say, needs nothing instead. */
function insteadOf(context: DeliveryContext, entry: LedgerEntry): string {
  const { state, code } = entry;
  const isPlain = state === 'sent' || state === 'nothing to say' || (state === 'due' && code === null);
  return isPlain ? '' : insteadWords(context, entry);
}
