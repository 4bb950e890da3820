import type { ColourCounts } from '../../content.ts';
import { countWithin } from '../../headline.ts';
import { isClosed } from '../../items.ts';
import type { Item } from '../../plan.ts';
import { disagrees, expectedDue, isOverdue, promisedDue } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { countsOf } from '../counts-of.ts';
import { labelsOf, sourcesOf } from '../lines.ts';
import { courseWords, overallColour } from '../overall.ts';

/** The plan's one colour, now and last time, and what it comes from. */
export const confidenceSection: SectionRule = (about) => {
  const { now, before, beforeWords } = countsOf(about);
  const open = about.recommendations.filter(({ stage }) => !isClosed(stage));
  const troubles = troublesOf(about, open);
  return {
    id: 'confidence',
    title: 'Overall confidence',
    words: [`${nowWords(about, now)} ${lastWords(before, beforeWords)}`, ...whyWords(open, troubles)].join(
      '\n',
    ),
    tables: [],
    sources: sourcesOf(troubles.flatMap(({ items }) => items)),
    isInternal: false,
  };
};

function nowWords({ plan }: ReportAbout, counts: ColourCounts): string {
  const overall = overallColour(counts);
  if (overall !== null)
    return `Overall ${overall}: ${plan.settings.confidenceMeanings[overall]}. ${courseWords(counts)}`;
  return counts.complete > 0
    ? 'Every recommendation is complete.'
    : 'No overall confidence can be given: the plan has no recommendations yet.';
}

/** `Before, in the report of 14 Feb 2022: Amber (3 Red, 2 Amber, 14 Green, 12 complete).` */
function lastWords(counts: ColourCounts, beforeWords: string): string {
  const { red, amber, green, complete, undated } = counts;
  const parts = [
    `${red} Red`,
    `${amber} Amber`,
    `${green} Green`,
    ...(undated > 0 ? [`${undated} without a date`] : []),
    `${complete} complete`,
  ];
  const overall = overallColour(counts);
  if (overall === null && complete === 0) return `Before, ${beforeWords}: there was nothing to judge.`;
  return `Before, ${beforeWords}: ${overall ?? 'everything complete'} (${parts.join(', ')}).`;
}

/** What keeps recommendations from being on course. */
interface Trouble {
  /** To follow `1` and more than one. */
  readonly one: string;
  readonly many: string;
  readonly items: readonly Item[];
}

function troublesOf({ plan, today }: ReportAbout, open: readonly Item[]): readonly Trouble[] {
  const overdue = open.filter((item) => isOverdue(item, today));
  const later = open.filter(
    (item) => !overdue.includes(item) && (expectedDue(item) ?? '') > (promisedDue(item) ?? '9999'),
  );
  return [
    { one: 'is overdue', many: 'are overdue', items: overdue },
    {
      one: 'is expected later than first promised',
      many: 'are expected later than first promised',
      items: later,
    },
    {
      one: 'waits on others',
      many: 'wait on others',
      items: open.filter(({ stage }) => stage === 'Waiting on others'),
    },
    {
      one: 'is Red in its owner’s confidence',
      many: 'are Red in their owners’ confidence',
      items: open.filter(({ confidence }) => confidence === 'Red'),
    },
    {
      one: 'has dates and confidence that contradict each other',
      many: 'have dates and confidence that contradict each other',
      items: open.filter((item) => disagrees(item, plan.settings, today)),
    },
  ].filter(({ items }) => items.length > 0);
}

function whyWords(open: readonly Item[], troubles: readonly Trouble[]): readonly string[] {
  if (open.length === 0) return [];
  const all = countWithin(open.length, 'open recommendation');
  if (troubles.length === 0) return [`Why: of ${all}, none is late, waits on others or is Red.`];
  const reasons = troubles.map(
    ({ one, many, items }) => `${items.length} ${items.length === 1 ? one : many} (${labelsOf(items)})`,
  );
  return [`Why: of ${all}, ${reasons.join('; ')}.`];
}
