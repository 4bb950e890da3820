import { askOf, needsBoard } from '../asked-of-board.ts';
import { formatDay, formatMoment } from '../calendar/dates.ts';
import { expectedWords } from '../changes.ts';
import { waitingSinceDay } from '../check-in/waiting-since.ts';
import type { ColourCounts, OverviewItem, PlanOverview } from '../content.ts';
import { countColours } from '../counts.ts';
import { RAGS, SCHEDULE_MEANINGS, STAGES } from '../glossary.ts';
import { planHeadline } from '../headline.ts';
import { changesSince } from '../history.ts';
import { isClosed, itemsOf } from '../items.ts';
import { measureCourse, measuresOf } from '../measures.ts';
import { isChairOf, isMemberOf, isPlanManager } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { expectedDue, isOverdue } from '../schedule.ts';
import { compareChoices } from './compare-choices.ts';
import { type ChosenDays, daysShown } from './days-shown.ts';
import { figuresOf } from './figures.ts';
import { groupsOf } from './groups-of.ts';
import { movedItems } from './moved-items.ts';
import { overviewItem, slippedDays } from './overview-item.ts';
import { planAsOf } from './plan-as-of.ts';
import { monthsOf, themesOf } from './themes-of.ts';

/** How many items the list of what is due next holds. */
const DUE_NEXT_LIMIT = 10;

/** A year of a large plan has thousands of changes; the page is read again every quarter of a minute. */
const CHANGES_LIMIT = 400;

/**
 * The plan as the tab shows it to somebody. Counts, stages and headline are of recommendations.
 * @throws AppError `BAD_INPUT` for days that cannot be shown
 */
export function buildOverview(
  current: Plan,
  { viewer, ...chosen }: ChosenDays & { readonly viewer: Owner },
  now: Temporal.Instant,
): PlanOverview {
  const { today, isPast, at, since, sinceAt, firstDay, lastDay } = daysShown(current, chosen, now);
  const { settings } = current;
  const plan = isPast ? planAsOf(current, at) : current;
  const before = planAsOf(current, sinceAt);
  const items = itemsOf(plan);
  const shownItems = new Map(items.map((item) => [item, overviewItem(plan, item, at, viewer)]));
  const shown = (item: Item) => shownItems.get(item) as OverviewItem;
  const inList = (list: Item['ref']['list']) => items.filter((item) => item.ref.list === list);
  const recommendations = inList('Recommendations');
  const changes = changesSince(plan, sinceAt);
  const open = items.filter((item) => !isClosed(item.stage)).toSorted(byDue);
  const counts = countColours(recommendations, settings, today);
  return {
    planId: plan.id,
    planName: plan.name,
    siteUrl: plan.siteUrl,
    viewer: viewerOf(plan, viewer),
    asAtWords: isPast ? formatDay(today) : formatMoment(now, settings.timeZone),
    today,
    isPast,
    firstDay,
    lastDay,
    since: { date: since, words: formatDay(since) },
    compareChoices: compareChoices(plan, { today, firstDay }),
    before: countColours(
      itemsOf(before).filter((item) => item.ref.list === 'Recommendations'),
      settings,
      since,
    ),
    figures: figuresOf(
      open.map(shown),
      itemsOf(before)
        .filter((item) => !isClosed(item.stage))
        .map((item) => overviewItem(before, item, sinceAt, viewer)),
    ),
    headline: headlineOf(recommendations, counts, today),
    counts,
    total: recommendations.length,
    byStage: STAGES.map((stage) => ({
      stage,
      count: recommendations.filter((item) => (item.stage ?? 'Not started') === stage).length,
    })),
    themes: themesOf(plan, recommendations, today, shown),
    months: monthsOf(recommendations),
    asked: open
      .filter((item) => needsBoard(plan, item, today))
      .map((item) => ({ item: shown(item), ask: askOf(plan, item, today) })),
    slipping: slippingOf(plan, open, shown),
    blocked: open
      .filter((item) => item.stage === 'Waiting on others')
      .toSorted((one, other) => waitsFrom(plan, one, at).localeCompare(waitsFrom(plan, other, at)))
      .map(shown),
    dueNext: open
      .filter((item) => (expectedDue(item) ?? '') >= today)
      .slice(0, DUE_NEXT_LIMIT)
      .map(shown),
    overdue: open.filter((item) => isOverdue(item, today)).map(shown),
    milestones: inList('Milestones').map(shown),
    actions: inList('Actions').map(shown),
    measures: measuresOf(plan).map(({ valueWords: _words, ...measure }) => ({
      ...measure,
      course: measureCourse(measure, today),
    })),
    groups: groupsOf(plan, at),
    changes: changes.slice(0, CHANGES_LIMIT),
    changeCount: changes.length,
    moved: movedItems(plan, before, { since, sinceAt, shown }),
    key: RAGS.map((rag) => ({
      rag,
      schedule: SCHEDULE_MEANINGS[rag],
      confidence: plan.settings.confidenceMeanings[rag],
    })),
  };
}

function viewerOf(plan: Plan, viewer: Owner): PlanOverview['viewer'] {
  const theirs = plan.groups.filter(
    (group) => isMemberOf(viewer, group.key) || isChairOf(plan, viewer, group),
  );
  return {
    name: viewer.title,
    isPlanManager: isPlanManager(viewer),
    isDirector: viewer.roles.includes('Director'),
    groupNames: theirs.map(({ title }) => title),
  };
}

function headlineOf(recommendations: readonly Item[], counts: ColourCounts, today: IsoDate): string {
  const open = recommendations.filter((item) => !isClosed(item.stage));
  return planHeadline({
    counts,
    overdue: open.filter((item) => isOverdue(item, today)).length,
    later: open.filter((item) => !isOverdue(item, today) && slippedDays(item) > 0).length,
    waiting: open.filter((item) => item.stage === 'Waiting on others').length,
  });
}

/** Open items by how much later they are expected than first promised, the worst first, with the last reason given. */
function slippingOf(
  plan: Plan,
  open: readonly Item[],
  shown: (item: Item) => OverviewItem,
): PlanOverview['slipping'] {
  return open
    .filter((item) => slippedDays(item) > 0)
    .toSorted((one, other) => slippedDays(other) - slippedDays(one))
    .map((item) => ({
      item: shown(item),
      fromWords: expectedWords({ ...item, forecastDue: null }),
      toWords: expectedWords(item),
      reason:
        indexOf(plan)
          .updatesOf(item.ref)
          .findLast(({ reason }) => reason !== null)?.reason ?? null,
    }));
}

/** What was found waiting came before anything that began to. */
function waitsFrom(plan: Plan, item: Item, at: Temporal.Instant): IsoDate {
  return waitingSinceDay(plan, item, at) ?? '';
}

/** What has no date comes last. */
function byDue(one: Item, other: Item): number {
  return (expectedDue(one) ?? '9999').localeCompare(expectedDue(other) ?? '9999');
}
