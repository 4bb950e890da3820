import type { AttentionRow, ListsStateContent, RefusedWrite } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, linkOf, NAME_LENGTH, PARAGRAPH_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { bindReportSection, type EntryWords } from './report-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/lists-state-card.json' with { type: 'json' };
import { troubleEntry } from './trouble-entry.ts';
import { countOf } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Refused writes with buttons: each has two, and a card carries six. */
const MOST_REFUSED = 2;

/** How the lists and the plan stand to each other: what stops them first, short where all is well. */
export const buildListsStateCard = (
  content: ListsStateContent,
  context: CardContext,
  /** What a press led to; `null` where nothing was pressed. */
  notice: string | null = null,
): CardJson => fitCard((limit) => cardTemplate.expandCard(bind(content, context, notice, limit)));

const bind = (content: ListsStateContent, context: CardContext, notice: string | null, limit: number) => {
  const { planId, troubles, attention, refused } = content;
  const { submissionKey } = context;
  const moreTroubles = troubles.length - limit;
  const moreRows = content.attentionCount - Math.min(limit, attention.length);
  const moreRefused = content.refusedCount - Math.min(MOST_REFUSED, refused.length);
  const isWell = troubles.length + content.attentionCount + content.refusedCount === 0;
  const heading = 'SharePoint lists';
  return {
    fallbackText: `${heading}: ${lineOf(content.planName, NAME_LENGTH)}`,
    heading,
    plan: lineOf(content.planName, NAME_LENGTH),
    notice: notice ?? '',
    noticeColour: 'Default',
    state: isWell ? '✓ All is well.' : needsWords(content),
    stateColour: isWell ? 'Good' : 'Default',
    troubles: bindReportSection(
      'Put this right first',
      troubles.slice(0, limit).map(troubleEntry),
      moreTroubles > 0 ? `${moreTroubles} more once these are put right.` : '',
    ),
    hasRefused: refused.length > 0,
    refused: refused.slice(0, MOST_REFUSED).map((write) => {
      const asked = { planId, submissionKey, write: { outboxId: write.outboxId, title: titleOf(write) } };
      return {
        label: titleOf(write),
        text: write.whatWords === '' ? '' : ` · ${lineOf(write.whatWords, TITLE_LENGTH)}`,
        reason: lineOf(write.reasonWords, PARAGRAPH_LENGTH),
        detail: `${write.list}, said ${write.madeAtWords}`,
        again: submissionData({ verb: 'repeat-write', ...asked }),
        giveUp: submissionData({ verb: 'give-up-write', ...asked }),
      };
    }),
    refusedRest: moreRefused > 0 ? `${moreRefused} more, shown once these are settled.` : '',
    attention: bindReportSection(
      'Rows to put right by hand',
      attention.slice(0, limit).map(attentionEntry),
      moreRows > 0 ? `${moreRows} more.` : '',
    ),
    facts: factsOf(content),
    lookAgain: submissionData({ verb: 'lists-state', planId, submissionKey }),
    siteUrl: linkOf(content.siteUrl),
  };
};

const titleOf = ({ title }: RefusedWrite): string => lineOf(title, NAME_LENGTH);

const attentionEntry = ({ list, title, messages, rowUrl }: AttentionRow): EntryWords => ({
  label: lineOf(title, TITLE_LENGTH),
  text: ` · ${list}`,
  detail: messages.map((message) => lineOf(message, PARAGRAPH_LENGTH)).join(' '),
  url: linkOf(rowUrl),
});

/** `1 thing stops the lists, SharePoint refused 2 changes, and 3 rows need a look.` */
const needsWords = ({ troubles, refusedCount, attentionCount }: ListsStateContent): string => {
  const parts = [
    ...(troubles.length > 0 ? [`${countOf(troubles.length, 'thing stops', 'things stop')} the lists`] : []),
    ...(refusedCount > 0 ? [`SharePoint refused ${countOf(refusedCount, 'change')}`] : []),
    ...(attentionCount > 0 ? [countOf(attentionCount, 'row needs a look', 'rows need a look')] : []),
  ];
  return `${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]}.`;
};

const factsOf = ({ waitingCount, refusedCount, readAtWords, notified }: ListsStateContent): string =>
  [
    waitingCount > 0
      ? `${countOf(waitingCount, 'change waits', 'changes wait')} to be written; Milepost keeps trying.`
      : refusedCount > 0
        ? 'Nothing else waits to be written.'
        : 'Everything that was said is in SharePoint.',
    readAtWords === null ? 'The lists have not been read yet.' : `Last read ${readAtWords}.`,
    notified
      ? 'SharePoint tells Milepost of changes at once.'
      : 'SharePoint can’t tell Milepost of changes, so it reads the lists every so often.',
  ].join(' ');
