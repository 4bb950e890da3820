import { itemAsOf } from '../as-of.ts';
import { dueWords, formatDay } from '../calendar/dates.ts';
import type { CheckInContent } from '../content.ts';
import { RAGS, type Rag } from '../glossary.ts';
import { groupItems } from '../items.ts';
import { endOf, type PlannedMeeting, plannedOf } from '../meetings/meetings.ts';
import type { Item, Plan } from '../plan.ts';
import type { Meeting } from '../rows.ts';
import { expectedDue, forecastPrecision } from '../schedule.ts';
import { answersIn } from './asked-items.ts';
import { itemSeen } from './item-seen.ts';

/** One change of an item, and how much it presses: later or worse first, then what is finished. */
interface Change {
  readonly words: string;
  readonly rank: number;
}

/**
 * What is different with a group's items since its last closed meeting, or where there is none, since this check-in
 * opened: stage, confidence, forecast. What got worse comes first.
 */
export function changesIn(
  plan: Plan,
  meeting: Meeting,
  seenAt: Temporal.Instant,
): Pick<CheckInContent, 'changes' | 'changesSince'> {
  const planned = plannedOf(plan, meeting);
  if (planned === null) return { changes: [], changesSince: null };
  const last = lastClosed(plan, planned);
  const since = last === null ? planned.opensAt : last.endedAt;
  const changed = groupItems(plan, planned.groupKey).flatMap((item) => {
    const found = changesOf(
      itemAsOf(plan, item, since),
      itemSeen(plan, { item, ...answersIn(plan, item, meeting, seenAt) }, meeting, seenAt),
    );
    return found.length === 0 ? [] : [{ item, found, rank: Math.min(...found.map(({ rank }) => rank)) }];
  });
  return {
    changes: changed
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ item, found }) => ({
        label: item.label,
        title: item.title,
        words: found.map(({ words }) => words).join(', '),
      })),
    changesSince: last === null ? null : formatDay(last.on),
  };
}

/** The group's meeting before this one whose check-in is closed. */
function lastClosed(
  plan: Plan,
  { key, groupKey, startsAt }: PlannedMeeting,
): { readonly on: string; readonly endedAt: Temporal.Instant } | null {
  const closed = plan.meetings.flatMap((row) => {
    if (row.group !== groupKey || row.state !== 'Closed' || row.key === key) return [];
    const planned = plannedOf(plan, row);
    return planned === null || compareStarts(planned.startsAt, startsAt) >= 0 ? [] : [{ row, planned }];
  });
  const [last] = closed.toSorted((one, other) => compareStarts(other.planned.startsAt, one.planned.startsAt));
  return last === undefined ? null : { on: last.planned.on, endedAt: endOf(last.row, last.planned) };
}

function compareStarts(one: string, other: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other));
}

function changesOf(before: Item, after: Item): readonly Change[] {
  return [forecastChange(before, after), confidenceChange(before, after), stageChange(before, after)].filter(
    (change) => change !== null,
  );
}

function forecastChange(before: Item, after: Item): Change | null {
  const was = expectedDue(before);
  const is = expectedDue(after);
  if (is === null || was === is) return null;
  const from = expectedWords(before);
  const words = from === null ? `now ${expectedWords(after)}` : `${from} → ${expectedWords(after)}`;
  return { words, rank: was !== null && is > was ? 0 : 2 };
}

/** A first Green is no news: nobody had doubted it. */
function confidenceChange(before: Item, after: Item): Change | null {
  const { confidence: is } = after;
  const { confidence: was } = before;
  if (is === null || was === is || (was === null && is === 'Green')) return null;
  return {
    words: was === null ? `now ${is}` : `${was} → ${is}`,
    rank: was === null || isWorse(is, was) ? 0 : 2,
  };
}

function stageChange(before: Item, after: Item): Change | null {
  const was = before.stage ?? 'Not started';
  const is = after.stage ?? 'Not started';
  if (was === is) return null;
  const rank = is === 'Waiting on others' ? 0 : is === 'Complete' ? 1 : 2;
  return { words: `${was} → ${is}`, rank };
}

function isWorse(rag: Rag, than: Rag): boolean {
  return RAGS.indexOf(rag) > RAGS.indexOf(than);
}

function expectedWords(item: Item): string | null {
  const date = item.forecastDue ?? item.baselineDue;
  const precision = item.forecastDue === null ? item.duePrecision : forecastPrecision(item);
  return dueWords(date, precision)?.words ?? null;
}
