import type { ColourCounts, ItemColour, MovedItem, OverviewItem, PlanOverview } from '../content.ts';
import { CLOSED_STAGES } from '../glossary.ts';
import { planHeadline } from '../headline.ts';
import { type ItemFilter, matches, NO_FILTER } from './filter.ts';
import { SHOWS } from './shows.ts';

/** What a page says of the part of a plan that it shows. */
export type PartFigures = Pick<
  PlanOverview,
  'headline' | 'counts' | 'before' | 'total' | 'byStage' | 'figures'
>;

/** The fields of counts, by the colour that is counted in each. */
const COUNTED: Readonly<Record<ItemColour, keyof ColourCounts>> = {
  complete: 'complete',
  Green: 'green',
  Amber: 'amber',
  Red: 'red',
  none: 'undated',
};

/**
 * Of which part of the plan the figures are: a theme, a group, what says some words. By colour, stage and the like it is
 * only narrowed down what is listed of it: these are figures themselves.
 */
export function partOf({ theme, group, text }: ItemFilter): ItemFilter {
  return { ...NO_FILTER, theme, group, text };
}

/**
 * The sentence and the figures, of these items alone. As the whole plan's, all but the small ones are of recommendations.
 * @param items those of the part, of every list
 * @param moved what stands otherwise than on the day compared with
 */
export function figuresOfPart(
  { byStage, moved }: Pick<PlanOverview, 'byStage' | 'moved'>,
  items: readonly OverviewItem[],
): PartFigures {
  const recommendations = items.filter(({ ref }) => ref.list === 'Recommendations');
  const open = items.filter(isOpen);
  const counts = countsOf(recommendations);
  return {
    headline: headlineOf(recommendations, counts),
    counts,
    before: countsOf(recommendations.flatMap((item) => stoodBefore(item, moved))),
    total: recommendations.length,
    byStage: byStage.map(({ stage }) => ({
      stage,
      count: recommendations.filter((item) => item.stage === stage).length,
    })),
    figures: Object.fromEntries(
      SHOWS.map((show) => [
        show,
        { now: open.filter((item) => matches(item, { ...NO_FILTER, show })).length, before: null },
      ]),
    ) as PlanOverview['figures'],
  };
}

/** How many items have each colour; what was withdrawn is not counted. */
export function countsOf(items: readonly Pick<OverviewItem, 'colour' | 'stage'>[]): ColourCounts {
  const counts = { complete: 0, green: 0, amber: 0, red: 0, undated: 0 };
  for (const { colour, stage } of items) if (stage !== 'Withdrawn') counts[COUNTED[colour]] += 1;
  return counts;
}

function headlineOf(recommendations: readonly OverviewItem[], counts: ColourCounts): string {
  if (recommendations.length === 0) return 'No recommendation is among them.';
  const open = recommendations.filter(isOpen);
  return planHeadline({
    counts,
    overdue: open.filter(({ overdue }) => overdue).length,
    later: open.filter(({ overdue, slippedDays }) => !overdue && slippedDays > 0).length,
    waiting: open.filter(({ stage }) => stage === 'Waiting on others').length,
  });
}

/** Colour and stage of an item on the day compared with; none where it was not in the plan then. */
function stoodBefore(item: OverviewItem, moved: readonly MovedItem[]) {
  const { ref } = item;
  const was = moved.find((one) => one.item.ref.list === ref.list && one.item.ref.key === ref.key);
  if (was?.isNew) return [];
  return [{ colour: was?.colour?.from ?? item.colour, stage: was?.stage?.from ?? item.stage }];
}

function isOpen({ stage }: OverviewItem): boolean {
  return !CLOSED_STAGES.some((closed) => closed === stage);
}
