import { formatMoment } from '../calendar/dates.ts';
import { groupName } from '../items.ts';
import { directoryIdOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { IsoInstant, Owner, RowKey } from '../rows.ts';
import { codeWords, type To } from './code-words.ts';
import { type LedgerEntry, SAID_ARRIVED } from './ledger-entry.ts';
import { type ReachContext, sendingAgain } from './sending-again.ts';

/** What entries are put in words with. */
export interface DeliveryContext extends ReachContext {
  /** When people were told that a group's channel does not take what is posted, by its key. */
  readonly toldOfChannels: ReadonlyMap<RowKey, IsoInstant>;
}

/** The group or person a notice was for. */
export function whoWords({ plan }: DeliveryContext, { groupKey, entraObjectId }: LedgerEntry): string {
  if (entraObjectId !== null)
    return personOf(plan, entraObjectId)?.title ?? 'Somebody who left the Owners list';
  return groupName(plan, groupKey) ?? 'A group that left the Groups list';
}

/** Why a notice did not reach whom it was for, or has not yet. */
export function whyWords(entry: LedgerEntry): string {
  const { state } = entry;
  const to = toOf(entry);
  if (state === 'nothing to say') return 'Nothing was left to say when its time came.';
  const code = entry.code ?? entry.lastCode;
  if (code !== null) return codeWords(code, to);
  // It was never tried: there is no reason of Teams'.
  return state === 'expired' ? 'Milepost was not running until its time had passed.' : '';
}

/** What was done instead of reaching them. */
export function insteadWords(context: DeliveryContext, entry: LedgerEntry): string {
  const told = entry.groupKey === null ? undefined : context.toldOfChannels.get(entry.groupKey);
  const toldWords =
    told === undefined ? '' : ` Plan managers and the group’s chair were told on ${at(context, told)}.`;
  return `${INSTEAD[entry.state](context, entry)}${toldWords}`.trim();
}

const INSTEAD: Readonly<
  Record<LedgerEntry['state'], (context: DeliveryContext, entry: LedgerEntry) => string>
> = {
  due: (context, { expiresAt }) =>
    `It waits, and is tried until ${at(context, expiresAt)}. It goes nowhere else.`,
  sending: () => 'It is being sent now.',
  sent: () => '',
  'not sent': (context, entry) =>
    isPast(context, entry.expiresAt)
      ? 'Nothing was sent in its place.'
      : `Nothing is sent in its place. ${againWords(context, entry, 'It can be sent again')}`,
  ambiguous: (context, entry) =>
    isPast(context, entry.expiresAt)
      ? `It was not sent again, and its time passed on ${at(context, entry.expiresAt)}.`
      : `It is not sent again by itself. ${againWords(context, entry, 'That can be asked for')}`,
  expired: (context, { expiresAt }) =>
    `It was dropped as out of date: it was meant to arrive by ${at(context, expiresAt)}.`,
  'nothing to say': () => 'Nothing needed to be sent.',
};

/** Until when it can be sent again, and when it would go out; or why that would be of no use. */
function againWords(context: DeliveryContext, entry: LedgerEntry, may: string): string {
  const { refusal, goesAt = null } = sendingAgain(context, entry) ?? {};
  if (refusal !== undefined) return refusal;
  const until = `${may} until ${at(context, entry.expiresAt)}`;
  return goesAt === null
    ? `${until}.`
    : `${until}; it would go out on ${formatMoment(goesAt, context.plan.settings.timeZone)}.`;
}

/** What a plan manager decided of a notice, and what came of it. */
export function decisionWords(context: DeliveryContext, entry: LedgerEntry): string {
  if (entry.decision === null) return '';
  const { code, by } = entry.decision;
  const said = `${deciderName(context, by)}, ${at(context, entry.decision.at)}`;
  if (code === SAID_ARRIVED) return `It arrived, said ${said}.`;
  const asked = `Asked for again by ${said}.`;
  const { state, settledAt } = entry;
  if (state === 'due' || state === 'sending') return `${asked} It waits to be sent.`;
  if (state === 'sent')
    return `${asked} Sent again${settledAt === null ? '' : ` ${at(context, settledAt)}`}.`;
  if (state === 'ambiguous') return `${asked} Teams gave no clear answer that time either.`;
  if (state === 'expired') return `${asked} Its time had passed before it could be sent.`;
  return `${asked} It was not sent: ${lowerFirst(whyWords(entry))}`;
}

/** The name of a plan manager; somebody may manage another plan of the same person. */
export function deciderName({ plan }: DeliveryContext, by: string): string {
  return personOf(plan, by)?.title ?? 'a plan manager of another plan';
}

function personOf(plan: Plan, entraObjectId: string): Owner | undefined {
  return plan.owners.find((owner) => directoryIdOf(owner) === entraObjectId);
}

const toOf = ({ entraObjectId }: LedgerEntry): To => (entraObjectId === null ? 'channel' : 'person');

const at = ({ plan }: DeliveryContext, instant: IsoInstant): string =>
  formatMoment(instant, plan.settings.timeZone);

const isPast = ({ now }: DeliveryContext, instant: IsoInstant): boolean =>
  Temporal.Instant.compare(instant, now) <= 0;

/** `Teams` and `Milepost` keep their capital. */
export const lowerFirst = (words: string): string =>
  /^(Teams|Milepost|IT)\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
