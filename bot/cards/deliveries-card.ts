import type {
  DeliveriesContent,
  DeliveryCount,
  OpenDelivery,
  UnreachedLine,
  UnwrittenPerson,
} from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindReportSection, type EntryWords } from './report-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/deliveries-card.json' with { type: 'json' };
import { countOf, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Messages with buttons: each has two, and a card carries six. */
const MOST_OPEN = 2;
/** Lines of a list; the tab has them all. */
const MOST_LINES = 12;

/** Who was reached in a fortnight, who was not, and what was done instead. */
export const buildDeliveriesCard = (
  content: DeliveriesContent,
  context: CardContext,
  /** What a press led to; `null` where nothing was pressed. */
  notice: string | null = null,
): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, notice, limit)), { most: MOST_LINES });

const bind = (content: DeliveriesContent, context: CardContext, notice: string | null, limit: number) => {
  const { planId, page, counts, open } = content;
  const { submissionKey } = context;
  const to = (other: number) =>
    submissionData({ verb: 'show-deliveries', planId, submissionKey, page: other });
  const heading = 'Who was reached';
  const moreOpen = open.length - MOST_OPEN;
  const isWell = counts.every(({ notReached, unclear }) => notReached + unclear === 0);
  return {
    fallbackText: `${heading}: ${lineOf(content.planName, NAME_LENGTH)}`,
    heading,
    plan: joinDots([lineOf(content.planName, NAME_LENGTH), content.periodWords]),
    notice: notice === null ? '' : lineOf(notice, 2 * NOTE_LENGTH),
    noticeColour: 'Default',
    state: stateWords(counts, isWell),
    stateColour: isWell && counts.length > 0 ? 'Good' : 'Default',
    counts: bindReportSection('', counts.map(countEntry)),
    open: open.slice(0, MOST_OPEN).map((delivery) => openEntry(content, context, delivery)),
    openRest: moreOpen > 0 ? `${moreOpen} more, shown once these are settled.` : '',
    unreached: section('Not reached', content.unreached.map(unreachedEntry), limit),
    unwritten: section('Nothing is sent to them just now', content.unwritten.map(unwrittenEntry), limit),
    decided: section('Decided by plan managers', content.decided.map(decidedEntry), limit),
    facts: FACTS[content.scope],
    page,
    lookAgain: to(page),
    newer: to(Math.max(0, page - 1)),
    hasOlder: content.hasOlder,
    older: to(page + 1),
  };
};

const FACTS: Readonly<Record<DeliveriesContent['scope'], string>> = {
  all: 'Nobody sees here what a message said. A message of which it is not known whether it arrived is never sent again by itself.',
  channels:
    'This is what went to the groups’ channels. What people got in their own chats is for plan managers to see.',
};

const section = (title: string, entries: readonly EntryWords[], limit: number) => {
  const more = entries.length - limit;
  return bindReportSection(title, entries.slice(0, limit), more > 0 ? `${more} more.` : '');
};

/** `41 messages arrived, 3 did not, and of 1 it is not known.` */
const stateWords = (counts: readonly DeliveryCount[], isWell: boolean): string => {
  if (counts.length === 0) return 'Nothing was to be sent.';
  if (isWell) return '✓ Everything that was sent arrived.';
  const sum = (column: 'reached' | 'notReached' | 'unclear') =>
    counts.reduce((total, count) => total + count[column], 0);
  const [arrived, notReached, unclear] = [sum('reached'), sum('notReached'), sum('unclear')];
  const parts = [
    `${countOf(arrived, 'message')} arrived`,
    ...(notReached > 0 ? [`${notReached} did not`] : []),
    ...(unclear > 0 ? [`of ${unclear} it is not known`] : []),
  ];
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`;
};

const countEntry = (count: DeliveryCount): EntryWords => ({
  label: count.kindWords,
  text: ` · ${joinDots([
    `${count.reached} arrived`,
    count.notReached > 0 && `${count.notReached} did not`,
    count.unclear > 0 && `${count.unclear} not known`,
    count.waiting > 0 && `${count.waiting} waiting`,
    count.nothingToSay > 0 && `${count.nothingToSay} had nothing left to say`,
  ])}`,
});

const openEntry = (content: DeliveriesContent, context: CardContext, delivery: OpenDelivery) => {
  const { planId, page } = content;
  const { noticeId, attempt, maySendAgain, isUnclear } = delivery;
  const about = {
    planId,
    page,
    submissionKey: context.submissionKey,
    delivery: { noticeId, attempt },
  };
  const who = lineOf(delivery.whoName, NAME_LENGTH);
  return {
    name: `the ${delivery.kindWords.toLowerCase()} to ${who}`,
    label: who,
    text: ` · ${delivery.kindWords}, ${delivery.dueWords}`,
    why: lineOf(delivery.why, NOTE_LENGTH),
    detail: lineOf(delivery.instead, NOTE_LENGTH),
    maySendAgain,
    isUnclear,
    again: submissionData({ verb: 'send-again', ...about }),
    arrived: submissionData({ verb: 'mark-arrived', ...about }),
  };
};

const unreachedEntry = ({
  whoName,
  kindWords,
  count,
  dueWords,
  why,
  instead,
}: UnreachedLine): EntryWords => ({
  label: lineOf(whoName, NAME_LENGTH),
  text: ` · ${kindWords}, ${count === 1 ? dueWords : `${count} times, the last ${dueWords}`}`,
  detail: [why, instead].map((words) => lineOf(words, NOTE_LENGTH)).join(' '),
});

const unwrittenEntry = ({ whoName, why, instead }: UnwrittenPerson): EntryWords => ({
  label: lineOf(whoName, NAME_LENGTH),
  detail: [why, instead].map((words) => lineOf(words, NOTE_LENGTH)).join(' '),
});

const decidedEntry = ({ whoName, kindWords, words }: DeliveriesContent['decided'][number]): EntryWords => ({
  label: lineOf(whoName, NAME_LENGTH),
  text: ` · ${kindWords}`,
  detail: lineOf(words, NOTE_LENGTH),
});
