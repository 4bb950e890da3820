import { askOf, needsBoard } from './asked-of-board.ts';
import { addDays, formatMoment, formatPeriod, momentAt, todayIn } from './calendar/dates.ts';
import { completedIn, newlyRedIn, slippedIn } from './changes.ts';
import type { BoardSummaryContent } from './content.ts';
import { countColours, countColoursAt } from './counts.ts';
import { boardHeadline } from './headline.ts';
import { isClosed, itemsOf, lineOf } from './items.ts';
import { measuresOf } from './measures.ts';
import { calendarOf } from './meetings/meetings.ts';
import type { Period } from './period.ts';
import type { Plan } from './plan.ts';
import type { Group, IsoDate } from './rows.ts';
import { expectedDue } from './schedule.ts';
import { themesInOrder } from './themes.ts';

/** What a board that has not met before looks back on, and what any board looks ahead to. */
const PERIOD_MONTHS = 2;
const LOOK_BACK_DAYS = 400;

/** A board's summary written from the data: what is asked, where things stand, what changed, what is next. */
export function buildBoardSummary(plan: Plan, board: Group, now: Temporal.Instant): BoardSummaryContent {
  const { settings } = plan;
  const today = todayIn(now, settings.timeZone);
  const from = lastMeetingDay(plan, board, today) ?? monthsFrom(today, -PERIOD_MONTHS);
  const period: Period = { from: momentAt(from, '00:00', settings.timeZone), to: now };
  const items = itemsOf(plan);
  const recommendations = items.filter((item) => item.ref.list === 'Recommendations');
  const open = items.filter((item) => !isClosed(item.stage));
  const asked = open.filter((item) => needsBoard(plan, item, today));
  const reached = completedIn(plan, items, period);
  const slipped = slippedIn(plan, items, period);
  const counts = countColours(recommendations, settings, today);
  return {
    kind: 'board-summary',
    planId: plan.id,
    planName: plan.name,
    boardName: board.title,
    asAtWords: formatMoment(now, settings.timeZone),
    periodWords: formatPeriod(from, today),
    headline: boardHeadline({
      counts,
      reached: reached.length,
      slipped: slipped.length,
      asked: asked.length,
    }),
    asked: asked.map((item) => ({ line: lineOf(plan, item, now), ask: askOf(plan, item, today) })),
    now: counts,
    before: countColoursAt(plan, recommendations, period.from),
    byTheme: themesInOrder(plan).map((theme) => ({
      themeTitle: theme.title,
      counts: countColours(
        recommendations.filter((item) => item.theme === theme.key),
        settings,
        today,
      ),
    })),
    reached,
    slipped,
    newlyRed: newlyRedIn(plan, items, period),
    dueNext: open
      .map((item) => ({ item, due: expectedDue(item) }))
      .filter(({ due }) => due !== null && due >= today && due <= monthsFrom(today, PERIOD_MONTHS))
      .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
      .map(({ item }) => lineOf(plan, item, now)),
    measures: measuresOf(plan).map(({ title, valueWords, targetWords }) => ({
      title,
      valueWords,
      targetWords: targetWords ?? 'no target set',
    })),
  };
}

/** The board's last planned meeting before today. */
function lastMeetingDay(plan: Plan, board: Group, today: IsoDate): IsoDate | null {
  const range = { from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, -1) };
  return calendarOf(plan, board, range).at(-1)?.on ?? null;
}

function monthsFrom(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
