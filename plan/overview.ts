import { formatMoment, formatMonth, todayIn } from './calendar/dates.ts';
import { askedItems } from './check-in.ts';
import type { OverviewItem, PlanOverview } from './content.ts';
import { countColours } from './counts.ts';
import { CONFIDENCE_MEANINGS, RAGS, SCHEDULE_MEANINGS, STAGES } from './glossary.ts';
import { planHeadline } from './headline.ts';
import { changesSince } from './history.ts';
import { groupName, isClosed, itemsOf } from './items.ts';
import { measuresOf } from './measures.ts';
import { checkInGroups } from './meetings/check-in-groups.ts';
import { wordsOfMeeting } from './meetings/meetings.ts';
import { overviewItem } from './overview-item.ts';
import type { Item, Plan } from './plan.ts';
import { expectedDue, isOverdue, promisedDue } from './schedule.ts';
import { themesInOrder } from './themes.ts';

const CHANGES_DAYS = 14;
/** How many items the list of what is due next holds. */
const DUE_NEXT_LIMIT = 10;

/** The plan as the tab shows it. Counts, stages and headline are of recommendations. */
export function buildOverview(plan: Plan, now: Temporal.Instant): PlanOverview {
  const { settings } = plan;
  const today = todayIn(now, settings.timeZone);
  const items = itemsOf(plan);
  const recommendations = items.filter((item) => item.ref.list === 'Recommendations');
  const shown = (some: readonly Item[]): readonly OverviewItem[] =>
    some.map((item) => overviewItem(plan, item, now));
  const inList = (list: Item['ref']['list']) => shown(items.filter((item) => item.ref.list === list));
  const open = items.filter((item) => !isClosed(item.stage)).toSorted(byDue);
  const openRecommendations = recommendations.filter((item) => !isClosed(item.stage));
  const counts = countColours(recommendations, settings, today);
  return {
    planId: plan.id,
    planName: plan.name,
    siteUrl: plan.siteUrl,
    asAtWords: formatMoment(now, settings.timeZone),
    today,
    headline: planHeadline({
      counts,
      overdue: openRecommendations.filter((item) => isOverdue(item, today)).length,
      later: openRecommendations.filter((item) => !isOverdue(item, today) && isLater(item)).length,
      waiting: openRecommendations.filter((item) => item.stage === 'Waiting on others').length,
    }),
    counts,
    total: recommendations.length,
    byStage: STAGES.map((stage) => ({
      stage,
      count: recommendations.filter((item) => (item.stage ?? 'Not started') === stage).length,
    })),
    themes: themesOf(plan, recommendations, now),
    months: monthsOf(recommendations),
    dueNext: shown(open.filter((item) => isUpcoming(item, today)).slice(0, DUE_NEXT_LIMIT)),
    overdue: shown(open.filter((item) => isOverdue(item, today))),
    milestones: inList('Milestones'),
    actions: inList('Actions'),
    measures: measuresOf(plan).map(({ valueWords: _words, ...measure }) => measure),
    participation: participationOf(plan, now),
    changes: changesSince(plan, now.subtract({ hours: CHANGES_DAYS * 24 })),
    key: RAGS.map((rag) => ({ rag, schedule: SCHEDULE_MEANINGS[rag], confidence: CONFIDENCE_MEANINGS[rag] })),
  };
}

/** Rows of the plan on a page. Recommendations without a theme get a row of their own, last. */
function themesOf(
  plan: Plan,
  recommendations: readonly Item[],
  now: Temporal.Instant,
): PlanOverview['themes'] {
  const today = todayIn(now, plan.settings.timeZone);
  const known = new Set(plan.themes.map((theme) => theme.key));
  const rows = [
    ...themesInOrder(plan).map(({ key, title }) => ({
      key,
      title,
      items: recommendations.filter((item) => item.theme === key),
    })),
    {
      key: '',
      title: 'No theme',
      items: recommendations.filter((item) => item.theme === null || !known.has(item.theme)),
    },
  ];
  return rows
    .filter((row) => row.key !== '' || row.items.length > 0)
    .map(({ key, title, items }) => ({
      key,
      title,
      groupNames: [
        ...new Set(items.map((item) => groupName(plan, item.group)).filter((name) => name !== null)),
      ],
      counts: countColours(items, plan.settings, today),
      items: items.map((item) => overviewItem(plan, item, now)),
    }));
}

/** The months in which a recommendation is or was due, in order. */
function monthsOf(recommendations: readonly Item[]): PlanOverview['months'] {
  const months = new Set<string>();
  for (const item of recommendations) {
    for (const due of [promisedDue(item), expectedDue(item)]) if (due !== null) months.add(due.slice(0, 7));
  }
  return [...months].toSorted().map((month) => ({ month, words: formatMonth(month) }));
}

/** Who answered in the last check-in of each group that has had one. */
function participationOf(plan: Plan, now: Temporal.Instant): PlanOverview['participation'] {
  return checkInGroups(plan).flatMap((group) => {
    const last = plan.meetings
      .filter((row) => row.group === group.key && (row.state === 'Open' || row.state === 'Closed'))
      .toSorted((one, other) => (one.startsAt ?? '').localeCompare(other.startsAt ?? ''))
      .at(-1);
    if (!last) return [];
    const asked = askedItems(plan, last, now);
    return [
      {
        groupName: group.title,
        answeredCount: asked.filter((one) => one.answer !== null).length,
        askedCount: asked.length,
        meetingWords: wordsOfMeeting(last, plan.settings.timeZone),
      },
    ];
  });
}

function isLater(item: Item): boolean {
  const promised = promisedDue(item);
  const expected = expectedDue(item);
  return promised !== null && expected !== null && expected > promised;
}

function isUpcoming(item: Item, today: string): boolean {
  const due = expectedDue(item);
  return due !== null && due >= today;
}

function byDue(one: Item, other: Item): number {
  return (expectedDue(one) ?? '9999').localeCompare(expectedDue(other) ?? '9999');
}
