import { type CardJson, createTemplate } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { type SubmissionData, submissionData } from './submission.ts';
import template from './templates/open-forms-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

type WithoutVersion<Data> = Data extends unknown ? Omit<Data, 'v'> : never;

/** Buttons that open a dialog each: a message can't open one by itself. The first is the one that is meant most. */
export const buildOpenFormsCard = (card: {
  readonly heading: string;
  readonly hint: string;
  readonly buttons: readonly { readonly title: string; readonly data: WithoutVersion<SubmissionData> }[];
}): CardJson =>
  cardTemplate.expandCard({
    fallbackText: lineOf(`${card.heading}: ${card.hint}`, NOTE_LENGTH),
    heading: markdownText(card.heading, NAME_LENGTH),
    hint: lineOf(card.hint, NOTE_LENGTH),
    buttons: card.buttons.map(({ title, data }, at) => ({
      title: lineOf(title, NAME_LENGTH),
      style: at === 0 ? 'positive' : 'default',
      data: { msteams: { type: 'task/fetch' }, ...submissionData(data) },
    })),
  });
