import type { CardJson } from '../../../bot/cards/card.ts';
import { buildCommentDialog } from '../../../bot/cards/comment-dialog.ts';
import { buildEngagementDialog, buildOutcomeDialog } from '../../../bot/cards/engagement-dialog.ts';
import { buildReadingDialog } from '../../../bot/cards/reading-dialog.ts';
import { cardContext } from './make-content.ts';
import { makeCommentForm, makeEngagementForm } from './make-engagements.ts';
import { makeMeasuresView, makeMeasureView } from './make-measures.ts';

/** Every dialog about what people said and what the plan counts, each stuffed the same way. */
export const everyEngagementCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const themes = numbers.map((n) => ({ key: `theme-${n}`, title: text }));
  const engagement = makeEngagementForm({
    groupNames: numbers.map(() => text),
    themes,
    open: numbers.map((n) => ({ key: `engagement-${n}`, words: text })),
  });
  const problems = (...fields: readonly string[]) =>
    fields.map((field) => ({ field, message: text, held: true }));
  const typed = {
    title: text,
    on: text,
    voices: text,
    purpose: text,
    said: text,
    outcome: text,
    theme: text,
    answer: text,
    about: text,
    words: text,
    entry: text,
    checked: 'true',
  };
  const comment = makeCommentForm({
    groupName: text,
    themes,
    items: numbers.map((n) => ({
      ref: { list: 'Recommendations' as const, key: `r${n}` },
      label: String(n),
      title: text,
    })),
  });
  const measures = numbers.map((n) =>
    makeMeasureView({ key: `m${n}`, title: text, unit: text, valueWords: text }),
  );
  const view = makeMeasuresView({ measures });
  const reading = { measure: 'm1', value: text, on: text, sure: 'true' };
  const made: Record<string, CardJson> = {
    'engagement, new': buildEngagementDialog({ form: engagement }, cardContext),
    'engagement, in a channel': buildEngagementDialog(
      { form: engagement, channelId: 'channel' },
      cardContext,
    ),
    'engagement, with problems': buildEngagementDialog(
      { form: engagement, values: typed, problems: problems('title', 'on', 'said', 'theme', 'answer') },
      cardContext,
    ),
    'what came of it': buildOutcomeDialog({ form: engagement }, cardContext),
    'what came of it, with problems': buildOutcomeDialog(
      { form: engagement, values: typed, problems: problems('answer', 'outcome', 'entry') },
      cardContext,
    ),
    comment: buildCommentDialog({ form: comment }, cardContext),
    'comment, with problems': buildCommentDialog(
      { form: comment, values: typed, problems: problems('ref', 'words', 'voices') },
      cardContext,
    ),
    reading: buildReadingDialog({ view }, cardContext),
    'reading, far from the others': buildReadingDialog(
      { view, values: reading, problems: problems('value', 'on', 'measure') },
      cardContext,
    ),
  };
  return Object.entries(made);
};
