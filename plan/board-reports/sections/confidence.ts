import type { ColourCounts } from '../../content.ts';
import type { Rag } from '../../glossary.ts';
import { countWithin, courseOf, listOf } from '../../headline.ts';
import { isClosed } from '../../items.ts';
import type { Item } from '../../plan.ts';
import { disagrees, expectedDue, isOverdue, promisedDue } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { countsOf } from '../counts-of.ts';
import { sourcesOf } from '../lines.ts';

/** The plan's one colour, now and last time, and what it comes from. */
export const confidenceSection: SectionRule = (about) => {
  const { now, before, beforeWords } = countsOf(about);
  const troubles = troublesOf(about);
  return {
    id: 'confidence',
    title: 'Overall confidence',
    words: [
      overallWords(about, now),
      `Last time, ${beforeWords}: ${shortWords(before)}`,
      ...whyWords(about, troubles),
    ].join('\n'),
    tables: [],
    sources: sourcesOf(troubles.flatMap(({ items }) => items)),
    isInternal: false,
  };
};

/** The plan's one colour: Red where a third or more of what is open is Red, Green where nothing is Amber or Red. */
export function overallColour(counts: ColourCounts): Rag | null {
  const open = openIn(counts);
  if (open === 0) return null;
  const course = courseOf(counts, open);
  if (course === 'On course.') return 'Green';
  return course === 'Off course.' ? 'Red' : 'Amber';
}

function overallWords({ plan }: ReportAbout, counts: ColourCounts): string {
  const overall = overallColour(counts);
  if (overall !== null)
    return `Overall ${overall}: ${plan.settings.confidenceMeanings[overall]}. ${courseOf(counts, openIn(counts))}`;
  return counts.complete > 0
    ? 'Every recommendation is complete.'
    : 'No overall confidence can be given: the plan has no recommendations yet.';
}

function shortWords(counts: ColourCounts): string {
  const overall = overallColour(counts);
  if (overall === null)
    return counts.complete > 0 ? 'everything was complete.' : 'there was nothing to judge.';
  return `${overall}.`;
}

interface Trouble {
  readonly words: string;
  readonly items: readonly Item[];
}

function troublesOf({ plan, recommendations, today }: ReportAbout): readonly Trouble[] {
  const open = recommendations.filter(({ stage }) => !isClosed(stage));
  const overdue = open.filter((item) => isOverdue(item, today));
  const later = open.filter(
    (item) => !overdue.includes(item) && (expectedDue(item) ?? '') > (promisedDue(item) ?? '9999'),
  );
  return [
    { words: 'overdue', items: overdue },
    { words: 'expected later than first promised', items: later },
    { words: 'waiting on others', items: open.filter(({ stage }) => stage === 'Waiting on others') },
    { words: 'Red as their owners state it', items: open.filter(({ confidence }) => confidence === 'Red') },
    {
      words: 'of two minds: dates say Red and owners say Green, or the other way round',
      items: open.filter((item) => disagrees(item, plan.settings, today)),
    },
  ].filter(({ items }) => items.length > 0);
}

const MOST_LABELS = 8;

function whyWords({ recommendations }: ReportAbout, troubles: readonly Trouble[]): readonly string[] {
  const open = recommendations.filter(({ stage }) => !isClosed(stage)).length;
  if (open === 0) return [];
  if (troubles.length === 0) return [`Why: none of ${countWithin(open, 'open recommendation')} is late.`];
  return [
    `Why: of ${countWithin(open, 'open recommendation')},`,
    ...troubles.map(({ words, items }) => `- ${items.length} ${words} (${labelsOf(items)})`),
  ];
}

function labelsOf(items: readonly Item[]): string {
  const named = items.slice(0, MOST_LABELS).map(({ label }) => label);
  const rest = items.length - named.length;
  return listOf(rest > 0 ? [...named, `${rest} more`] : named);
}

function openIn({ green, amber, red, undated }: ColourCounts): number {
  return green + amber + red + undated;
}
