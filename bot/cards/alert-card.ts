import type { AlertContent, AlertReason } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { saidOf } from './sections.ts';
import { keyOf } from './status.ts';
import template from './templates/alert-card.json' with { type: 'json' };
import { groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Rows of a card; what is more is read in the plan. */
const LONGEST_LIST = 12;

/** Sections of the card, in the order of the content, and what stands for them in a notification. */
const SECTIONS: Readonly<Record<AlertReason, { readonly title: string; readonly short: string }>> = {
  missed: { title: 'Missed', short: 'missed' },
  'due today': { title: 'Due today', short: 'due today' },
  slipped: { title: 'Later than the plan tolerates', short: 'slipped' },
  coming: { title: 'Coming up', short: 'coming up' },
  unblocked: { title: 'No longer waiting', short: 'no longer waiting' },
  reached: { title: 'Reached', short: 'reached' },
};

/** What a group is to know of that falls together: one post. */
export const buildAlertCard = (content: AlertContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), { most: LONGEST_LIST });

const bind = (content: AlertContent, context: CardContext, limit: number) => {
  const byReason = Map.groupBy(content.entries, ({ what }) => what);
  const sections = Object.entries(SECTIONS).flatMap(([what, words]) => {
    const entries = byReason.get(what as AlertReason);
    return entries === undefined ? [] : [{ ...words, entries }];
  });
  const shown = sections.flatMap(({ entries }) => entries).slice(0, limit);
  const [first] = content.entries;
  const only = content.entries.length === 1 ? first : undefined;
  const heading = `${groupTitle(content.groupName)}: news of the plan`;
  const more = content.entries.length - shown.length;
  return {
    fallbackText: `${groupTitle(content.groupName)}, ${content.todayWords}: ${sections
      .map(({ short, entries }) => `${entries.length} ${short}`)
      .join(', ')}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    today: content.todayWords,
    sections: sections
      .map(({ title, entries }) => ({
        title,
        rows: entries.filter((entry) => shown.includes(entry)).map(rowOf),
      }))
      .filter(({ rows }) => rows.length > 0),
    rest: more > 0 ? `${more} more in the plan.` : '',
    key: keyOf(shown.map(({ line }) => line)),
    planUrl: context.tabLink({ planId: content.planId, ...(only ? { ref: only.line.ref } : {}) }),
  };
};

/**
 * A reason that was given for what is told stands instead of the last note: that is mostly the same words. So does the
 * move of a date, where it says when the item was first due.
 */
const rowOf = ({ what, line, whenWords, reason }: AlertContent['entries'][number]) => {
  const isMove = what === 'slipped' || what === 'unblocked';
  const saysBaseline = what === 'slipped' && whenWords.startsWith(`${line.baseline?.words} →`);
  return bindItemRow(
    {
      ...line,
      dueIn: null,
      ...(saysBaseline ? { baseline: null } : {}),
      ...(reason === null ? {} : { latestNote: null }),
    },
    {
      ...(isMove ? {} : { when: whenWords }),
      waits: joinDots([isMove && lineOf(whenWords, NOTE_LENGTH), saidOf(reason)]),
    },
  );
};
