import { needsBoard } from '../asked-of-board.ts';
import { daysBetween, todayIn } from '../calendar/dates.ts';
import { waitingSince } from '../check-in/waiting-since.ts';
import type { ItemColour, OverviewItem } from '../content.ts';
import { groupName, isClosed, lineOf } from '../items.ts';
import { standInFor } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import { minuteOf, rememberOf } from '../remember-of.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { colourOf, expectedDue, isStale, promisedDue } from '../schedule.ts';

type Anybodys = Omit<OverviewItem, 'isMine'>;

/**
 * All of it that is the same for everybody, by plan: what is kept of each of ten thousands of items by itself takes the
 * collector of garbage many times as long.
 */
const anybodys = rememberOf<Plan, Map<Item, Anybodys>>(1);

/** An item as the tab shows it to somebody. */
export function overviewItem(plan: Plan, item: Item, now: Temporal.Instant, viewer: Owner): OverviewItem {
  const today = todayIn(now, plan.settings.timeZone);
  const known = anybodys(plan, minuteOf(now), () => new Map());
  const seen = known.get(item) ?? itemForAnybody(plan, item, now);
  known.set(item, seen);
  return { ...seen, isMine: isMine(plan, item, viewer, today) };
}

function itemForAnybody(plan: Plan, item: Item, now: Temporal.Instant): Anybodys {
  const today = todayIn(now, plan.settings.timeZone);
  const promisedOn = promisedDue(item);
  const expectedOn = expectedDue(item);
  // The page says what colours mean once, not with each of hundreds of items.
  const { confidenceMeanings: _once, ...line } = lineOf(plan, item, now);
  return {
    ...line,
    colour: itemColour(plan, item, today),
    asked: needsBoard(plan, item, today),
    slippedDays: slippedDays(item),
    promisedOn,
    expectedOn,
    completedOn: item.completedOn,
    blocker: item.blocker,
    waitingSince: waitingSince(plan, item, now),
    themeTitle: item.theme === null ? null : (indexOf(plan).themes.get(item.theme)?.title ?? null),
    groupName: groupName(plan, item.group),
    baselineMonth: promisedOn?.slice(0, 7) ?? null,
    forecastMonth: expectedOn?.slice(0, 7) ?? null,
    stale: isStale(plan, item, now),
  };
}

/** How much later an open item is expected than it was first promised, in days; 0 for any other. */
export function slippedDays(item: Item): number {
  const promised = promisedDue(item);
  const expected = expectedDue(item);
  if (promised === null || expected === null || isClosed(item.stage) || expected <= promised) return 0;
  return daysBetween(promised, expected);
}

/** Complete, else the worse of schedule and confidence on a day. */
export function itemColour(plan: Plan, item: Item, today: IsoDate): ItemColour {
  if (item.stage === 'Complete' || item.stage === 'Embedded') return 'complete';
  return colourOf(item, plan.settings, today) ?? 'none';
}

function isMine(plan: Plan, item: Item, viewer: Owner, today: IsoDate): boolean {
  if (item.owner === null) return false;
  if (item.owner === viewer.key) return true;
  const owner = indexOf(plan).owners.get(item.owner);
  return owner !== undefined && standInFor(plan, owner, today)?.key === viewer.key;
}
