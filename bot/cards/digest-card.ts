import type { DigestContent } from '../../plan/content.ts';
import { RAGS } from '../../plan/glossary.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindColourCounts } from './colour-counts.ts';
import { dueOf } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import {
  entryOf,
  factsOf,
  nameOf,
  type Section,
  type SectionEntry,
  saidOf,
  sectionOf,
  slipOf,
  waitOf,
} from './sections.ts';
import { scheduleKey, statusOf } from './status.ts';
import template from './templates/digest-card.json' with { type: 'json' };
import { bindTrend } from './trend-chart.ts';
import { countOf, groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Entries of each list, and of all: a digest is read at a glance, and what is more is one press away. */
const LONGEST_LIST = 3;
const MOST_ENTRIES = 8;
/** How many people, and items by their number alone, one line names. */
const MOST_IN_LINE = 8;

/** How a group stands and what it has to do next: colours and their trend, what is late, who waits, what is due and new. */
export const buildDigestCard = (content: DigestContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), { most: LONGEST_LIST });

const bind = (content: DigestContent, context: CardContext, limit: number) => {
  const heading = `${groupTitle(content.groupName)}: the last fortnight`;
  const { sections, besides } = fitParts(partsOf(content), limit);
  return {
    fallbackText: `${heading}. ${lineOf(content.headline, NOTE_LENGTH)}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    period: content.periodWords,
    headline: lineOf(content.headline, 2 * NOTE_LENGTH),
    counts: bindColourCounts(content.now, content.before),
    trend: bindTrend(content.trend),
    sections,
    notes: [besides, answeredOf(content), silentOf(content), toldOf(content)].filter((text) => text !== ''),
    next: content.nextMeetingWords ?? '',
    key: scheduleKey(RAGS),
    planUrl: context.tabLink({ planId: content.planId, group: content.groupName }),
  };
};

/** A list of a digest, with the words that stand for it where it has no room. */
interface Part {
  readonly title: string;
  readonly short: string;
  readonly entries: readonly SectionEntry[];
}

/** What is overdue or Red first, then what others need, what is due, what this group waits for and what is new. */
const partsOf = (content: DigestContent): readonly Part[] => {
  const since = content.told === null ? '' : ' since the summary';
  return [
    { title: 'Overdue or Red', short: 'overdue or Red', entries: content.overdueOrRed.map(troubleOf) },
    {
      title: 'Others wait on this group',
      short: 'wait on this group',
      entries: content.blocking.map(({ line, waitingName, since: from }) =>
        entryOf(line, `${nameOf(waitingName)} waits${from === null ? '' : ` since ${from}`}`),
      ),
    },
    {
      title: 'Due before the next meeting',
      short: 'due before the next meeting',
      entries: content.dueNext.map((line) => entryOf(line, factsOf(line))),
    },
    {
      title: 'What reference groups said',
      short: 'commented on by reference groups',
      entries: content.commented.map(({ line, words }) => entryOf(line, saidOf(words) ?? '')),
    },
    {
      title: 'Waiting on others',
      short: 'waiting on others',
      entries: content.blocked.map(waitOf),
    },
    { title: `Slipped${since}`, short: `slipped${since}`, entries: content.slipped.map(slipOf) },
    {
      title: `Completed${since}`,
      short: `completed${since}`,
      entries: content.completed.map((line) => entryOf(line, factsOf(line))),
    },
  ];
};

/** `R Red, new · Finance lead · due Fri 18 Mar 2022, 5 days overdue`. */
const troubleOf = ({ line, isNew }: DigestContent['overdueOrRed'][number]): SectionEntry =>
  entryOf(
    line,
    joinDots([
      `${statusOf(line).text}${isNew ? ', new' : ''}`,
      line.ownerName === null ? 'no owner' : nameOf(line.ownerName),
      dueOf(line),
    ]),
  );

/** As many lists as there is room for on the card, and in numbers the others. */
const fitParts = (parts: readonly Part[], limit: number) => {
  let room = Math.min(MOST_ENTRIES, limit * parts.length);
  const sections: Section[] = [];
  const besides: string[] = [];
  for (const { title, short, entries } of parts) {
    const shown = Math.min(limit, room);
    if (shown > 0) sections.push(...sectionOf(title, entries, shown));
    else if (entries.length > 0) besides.push(`${entries.length} ${short}`);
    room -= Math.min(shown, entries.length);
  }
  return { sections, besides: besides.length === 0 ? '' : `In the plan besides: ${besides.join(', ')}.` };
};

const answeredOf = ({ answeredCount, askedCount, answeredBy }: DigestContent): string =>
  askedCount === 0
    ? ''
    : `${answeredCount} of ${askedCount} answered${answeredBy.length > 0 ? ` by ${inLine(answeredBy.map(nameOf))}` : ''}.`;

const silentOf = ({ stale }: DigestContent): string =>
  stale.length === 0 ? '' : `No recent word on ${inLine(stale.map(({ label }) => lineOf(label, 20)))}.`;

const toldOf = ({ told }: DigestContent): string => {
  const parts = told && [
    told.completed > 0 && `${told.completed} completed`,
    told.slipped > 0 && `${told.slipped} slipped`,
    told.newActions > 0 && countOf(told.newActions, 'new action'),
  ];
  const words = joinDots(parts ?? []);
  return words === '' ? '' : `Told in the summary of the meeting: ${words}.`;
};

const inLine = (parts: readonly string[]): string => {
  const more = parts.length - MOST_IN_LINE;
  return [...parts.slice(0, MOST_IN_LINE), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};
