import { isAfter } from './as-of.ts';
import { dueWords, formatDay, formatMoment, todayIn } from './calendar/dates.ts';
import { isComment } from './co-production/comment-mark.ts';
import type { HistoryEntry, ItemStory } from './content.ts';
import { prioritiesOf, signOffsOf } from './dashboard/decisions-of.ts';
import { overviewItem } from './dashboard/overview-item.ts';
import { isHandEdit } from './hand-edits.ts';
import { findItem, ownerName } from './items.ts';
import { wordsOfMeeting } from './meetings/meetings.ts';
import type { Item, ItemRef, Plan } from './plan.ts';
import { byMoment, indexOf } from './plan-index.ts';
import { rememberOf } from './remember-of.ts';
import type { IsoDate, Owner, Update } from './rows.ts';
import { forecastPrecision } from './schedule.ts';

/**
 * One item with its whole history, newest first; `null` when it is not in this plan.
 * @param now the moment shown; of a past day its end
 */
export function buildStory(
  plan: Plan,
  ref: ItemRef,
  viewer: Owner,
  now: Temporal.Instant,
  { rowUrl, syncPending, isPast = false }: RowState,
): ItemStory | null {
  const item = findItem(plan, ref);
  if (item === null) return null;
  const { timeZone } = plan.settings;
  return {
    asAtWords: isPast ? formatDay(todayIn(now, timeZone)) : formatMoment(now, timeZone),
    isPast,
    item: overviewItem(plan, item, now, viewer),
    fullText: fullTextOf(plan, ref),
    evidenceUrl: item.evidenceUrl,
    rowUrl,
    syncPending,
    signOffs: signOffsOf(plan, ref),
    priorities: prioritiesOf(plan, ref),
    history: historyOf(plan, item),
  };
}

/** What the plan itself does not tell of a row, and whether it is shown as it stood. */
interface RowState {
  readonly rowUrl: string | null;
  readonly syncPending: boolean;
  readonly isPast?: boolean;
}

/** Everything that was said of an item, newest first. */
export function historyOf(plan: Plan, item: Item): readonly HistoryEntry[] {
  const { updatesOf, commentsOf } = indexOf(plan);
  return [...updatesOf(item.ref), ...commentsOf(item.ref)]
    .toSorted(byMoment)
    .map((update) => entryOf(plan, item, update))
    .toReversed();
}

/** Since a day that is usual, and one that somebody chose. */
const KEPT = 2;
const changes = rememberOf<Plan, readonly HistoryEntry[]>(KEPT);

/** What was said of any item after a moment, newest first. */
export function changesSince(plan: Plan, since: Temporal.Instant): readonly HistoryEntry[] {
  return changes(plan, since.epochMilliseconds, () => saidSince(plan, since));
}

function saidSince(plan: Plan, since: Temporal.Instant): readonly HistoryEntry[] {
  return plan.updates
    .filter((update) => isAfter(update, since))
    .map((update) => {
      const { itemList: list, itemKey: key } = update;
      const item = list === null || key === null ? null : findItem(plan, { list, key });
      return item === null ? null : entryOf(plan, item, update);
    })
    .filter((entry) => entry !== null)
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

function entryOf(plan: Plan, item: Item, update: Update): HistoryEntry {
  const forecast = (date: IsoDate | null) =>
    dueWords(date, forecastPrecision({ ...item, forecastDue: date }))?.words ?? null;
  const fields = [
    { field: 'Stage', from: update.previousStage, to: update.stage },
    { field: 'Confidence', from: update.previousConfidence, to: update.confidence },
    { field: 'Forecast', from: forecast(update.previousForecastDue), to: forecast(update.forecastDue) },
  ];
  const meeting = update.meeting === null ? undefined : indexOf(plan).meetings.get(update.meeting);
  const { timeZone } = plan.settings;
  const atWords = update.at === null ? null : formatMoment(update.at, timeZone);
  const [dayWords = 'Date not known', timeWords = null] = atWords?.split(', ') ?? [];
  return {
    ref: item.ref,
    label: item.label,
    title: item.title,
    atWords: atWords ?? 'date not known',
    dayWords,
    timeWords,
    at: update.at ?? '',
    byName: byWords(plan, update),
    meetingWords: meeting ? wordsOfMeeting(meeting, plan.settings.timeZone) : null,
    changes: fields.filter(({ from, to }) => from !== to),
    note: update.note,
    blocker: isComment(update) ? null : update.blocker,
    reason: update.reason,
  };
}

/** Who said it; that it was changed in SharePoint, by whomever; or who wrote a group's words down. */
function byWords(plan: Plan, update: Update): string | null {
  const name = ownerName(plan, update.by);
  if (isComment(update)) return name === null ? null : `recorded by ${name}`;
  if (!isHandEdit(update)) return name;
  return name === null ? 'Changed in SharePoint' : `${name}, in SharePoint`;
}

function fullTextOf(plan: Plan, ref: ItemRef): string | null {
  if (ref.list === 'Recommendations') return indexOf(plan).recommendations.get(ref.key)?.fullText ?? null;
  if (ref.list === 'Actions') return plan.actions.find((row) => row.key === ref.key)?.details ?? null;
  return null;
}
