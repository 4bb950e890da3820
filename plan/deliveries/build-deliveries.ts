import { addDays, formatMoment, formatPeriod, momentAt, todayIn } from '../calendar/dates.ts';
import type {
  DecidedDelivery,
  DeliveriesContent,
  DeliveryCount,
  OpenDelivery,
  UnreachedLine,
} from '../content.ts';
import type { Plan } from '../plan.ts';
import { type DeliveryContext, decisionWords, insteadWords, whoWords, whyWords } from './delivery-words.ts';
import { KINDS_IN_ORDER, kindWords } from './kind-words.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { sendingAgain } from './sending-again.ts';
import { unwrittenPeople } from './unwritten-people.ts';

const PAGE_DAYS = 14;

/** How many notices of a kind are in a state. */
export interface StateCount {
  readonly kind: string;
  readonly state: LedgerEntry['state'];
  readonly count: number;
}

/** What a page of the ledger is made from. */
export interface DeliveriesAsk extends DeliveryContext {
  readonly scope: DeliveriesContent['scope'];
  readonly page: number;
  readonly counts: readonly StateCount[];
  /** Of those counted, the ones that were not simply sent; the latest first. */
  readonly entries: readonly LedgerEntry[];
  readonly hasOlder: boolean;
}

/** The moments between which notices of a page fell due: a fortnight of whole days, today being the last of page 0. */
export function periodOfPage(
  plan: Plan,
  page: number,
  now: Temporal.Instant,
): { readonly from: Temporal.Instant; readonly until: Temporal.Instant } {
  const { timeZone } = plan.settings;
  const tomorrow = addDays(todayIn(now, timeZone), 1 - page * PAGE_DAYS);
  return {
    from: momentAt(addDays(tomorrow, -PAGE_DAYS), '00:00', timeZone),
    until: momentAt(tomorrow, '00:00', timeZone),
  };
}

/** Who was reached in a fortnight and who was not. Who may only read the channels' part is offered no decision. */
export function buildDeliveries(ask: DeliveriesAsk): DeliveriesContent {
  const { plan, scope, page, now, counts, entries, hasOlder } = ask;
  const { from, until } = periodOfPage(plan, page, now);
  const { timeZone } = plan.settings;
  const isOpenHere = (entry: LedgerEntry) => scope === 'all' && isOpen(ask, entry);
  const unreached = entries.filter((entry) => !isOpenHere(entry) && isUnreached(entry));
  return {
    kind: 'deliveries',
    planId: plan.id,
    planName: plan.name,
    scope,
    page,
    periodWords: formatPeriod(todayIn(from, timeZone), addDays(todayIn(until, timeZone), -1)),
    hasOlder,
    counts: countsByKind(counts),
    open: entries.filter(isOpenHere).map((entry) => openDelivery(ask, entry)),
    unreached: collapse(unreached.toSorted(byUrgency).map((entry) => lineOf(ask, entry))),
    decided: entries
      .filter(({ decision }) => decision !== null)
      .map(
        (entry): DecidedDelivery => ({
          whoName: whoWords(ask, entry),
          kindWords: kindWords(entry.kind).one,
          words: decisionWords(ask, entry),
        }),
      ),
    unwritten: scope === 'all' && page === 0 ? unwrittenPeople(plan, ask.preferences, now) : [],
  };
}

/** Whether a plan manager may still say what is to become of a notice. */
const isOpen = (ask: DeliveriesAsk, entry: LedgerEntry): boolean =>
  entry.state === 'ambiguous' || mayBeSentAgain(ask, entry);

function mayBeSentAgain(ask: DeliveriesAsk, entry: LedgerEntry): boolean {
  const again = sendingAgain(ask, entry);
  return again !== null && again.refusal === undefined;
}

/** It came to nothing, or waits for a reason. What only waits for its turn is on its way. */
function isUnreached({ state, code, decision }: LedgerEntry): boolean {
  if (state === 'due') return code !== null && decision === null;
  return state !== 'sent' && state !== 'sending';
}

/** What needed no sending comes last. */
const byUrgency = (one: LedgerEntry, other: LedgerEntry): number =>
  Number(one.state === 'nothing to say') - Number(other.state === 'nothing to say');

function openDelivery(context: DeliveriesAsk, entry: LedgerEntry): OpenDelivery {
  return {
    ...lineOf(context, entry),
    noticeId: entry.id,
    attempt: entry.attempts,
    isUnclear: entry.state === 'ambiguous',
    maySendAgain: mayBeSentAgain(context, entry),
  };
}

function lineOf(context: DeliveriesAsk, entry: LedgerEntry): UnreachedLine {
  return {
    whoName: whoWords(context, entry),
    kindWords: kindWords(entry.kind).one,
    count: 1,
    dueWords: formatMoment(entry.dueAt, context.plan.settings.timeZone),
    why: whyWords(entry),
    instead: insteadWords(context, entry),
  };
}

/** Lines that differ in their moments only become one, with those of the latest. */
function collapse(lines: readonly UnreachedLine[]): UnreachedLine[] {
  const alike = Map.groupBy(lines, ({ whoName, kindWords: kind, why }) =>
    JSON.stringify([whoName, kind, why]),
  );
  return [...alike.values()].flatMap(([latest, ...others]) =>
    latest === undefined ? [] : [{ ...latest, count: 1 + others.length }],
  );
}

const COLUMN_OF: Readonly<Record<LedgerEntry['state'], keyof Omit<DeliveryCount, 'kindWords'>>> = {
  due: 'waiting',
  sending: 'waiting',
  sent: 'reached',
  'not sent': 'notReached',
  ambiguous: 'unclear',
  expired: 'notReached',
  'nothing to say': 'nothingToSay',
};

function countsByKind(counts: readonly StateCount[]): DeliveryCount[] {
  const rankOf = (kind: string) => KINDS_IN_ORDER.indexOf(kind) + 1 || KINDS_IN_ORDER.length + 1;
  const byWords = Map.groupBy(
    counts.toSorted((one, other) => rankOf(one.kind) - rankOf(other.kind)),
    ({ kind }) => kindWords(kind).many,
  );
  return [...byWords].map(([words, those]) => {
    const sums = { reached: 0, notReached: 0, unclear: 0, waiting: 0, nothingToSay: 0 };
    for (const { state, count } of those) sums[COLUMN_OF[state]] += count;
    return { kindWords: words, ...sums };
  });
}
