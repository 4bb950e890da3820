import { formatMoment } from '../calendar/dates.ts';
import { type DeliveryContext, deciderName, lowerFirst, whoWords } from './delivery-words.ts';
import { kindWords } from './kind-words.ts';
import { type LedgerEntry, SAID_ARRIVED } from './ledger-entry.ts';
import { goesOutAt, sendingAgain } from './sending-again.ts';

/** What a plan manager asked of a notice. */
export type Settling = 'send again' | 'arrived';

/**
 * What came of asking, in words and truthfully: it may have been decided before, by them or somebody else.
 * @param entry the notice as it stands after they asked
 * @param isDone whether it was their press that decided it
 */
export function settlingWords(
  context: DeliveryContext,
  entry: LedgerEntry,
  { asked, isDone }: { readonly asked: Settling; readonly isDone: boolean },
): string {
  const name = `${kindWords(entry.kind).one} to ${whoWords(context, entry)}`;
  if (!isDone) return `${name}: ${standingWords(context, entry, asked)}`;
  if (asked === 'send again') return `${name}: ${againWords(context, entry)}`;
  const live =
    entry.kind === 'check-in'
      ? ' That card cannot be kept up to date: write “check in” in the channel for one that is.'
      : '';
  return `${name}: noted that it arrived. It is not sent again.${live}`;
}

function againWords(context: DeliveryContext, entry: LedgerEntry): string {
  const goesAt = goesOutAt(context, entry);
  return goesAt === null
    ? 'it is sent again now. Look again in a moment to see whether Teams took it.'
    : `it is sent again on ${formatMoment(goesAt, context.plan.settings.timeZone)}, in the hours in which it may go out.`;
}

function standingWords(context: DeliveryContext, entry: LedgerEntry, asked: Settling): string {
  const { state, settledAt, decision } = entry;
  const at = (instant: string) => formatMoment(instant, context.plan.settings.timeZone);
  const by = decision === null ? '' : deciderName(context, decision.by);
  if (state === 'sent' && decision?.code === SAID_ARRIVED)
    return `${by} said on ${at(decision.at)} that it arrived. Nothing is sent.`;
  if (state === 'sent')
    return `it went out${settledAt === null ? '' : ` on ${at(settledAt)}`}. Nothing more is sent.`;
  if (state === 'due' || state === 'sending')
    return decision === null
      ? 'it waits to be sent. Nothing more is sent.'
      : `${by} asked for it on ${at(decision.at)}, and it waits to be sent. It is sent once.`;
  if (Temporal.Instant.compare(entry.expiresAt, context.now) <= 0)
    return `its time passed on ${at(entry.expiresAt)}, so it is not sent any more.`;
  const { refusal } = (asked === 'send again' && sendingAgain(context, entry)) || {};
  if (refusal !== undefined) return lowerFirst(refusal);
  if (state === 'ambiguous')
    return 'it was sent again meanwhile, and Teams gave no clear answer that time either. Look at it anew below.';
  return asked === 'arrived'
    ? 'Teams certainly did not take it, so it cannot have arrived.'
    : 'it was tried again meanwhile and not sent. See below why.';
}
