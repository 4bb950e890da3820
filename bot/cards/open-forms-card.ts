import { type CardJson, createTemplate } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { type SubmissionData, submissionData } from './submission.ts';
import template from './templates/open-forms-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** Plans or groups that fit on a card; whoever has more uses the tab. */
const MOST_CHOICES = 6;

type WithoutVersion<Data> = Data extends unknown ? Omit<Data, 'v'> : never;

/** Buttons that open a dialog each. */
export interface OpenForms {
  /** Whose they are where there is a choice, such as a group: it stands above its buttons, where long words are broken. */
  readonly of: string | null;
  readonly buttons: readonly {
    /** A few words: a button is one line on a phone. */
    readonly title: string;
    readonly data: WithoutVersion<SubmissionData>;
  }[];
}

/** Buttons that open a dialog each: a message can't open one by itself. The first is the one that is meant most. */
export const buildOpenFormsCard = (card: {
  readonly heading: string;
  readonly hint: string;
  readonly choices: readonly OpenForms[];
}): CardJson =>
  cardTemplate.expandCard({
    fallbackText: lineOf(`${card.heading}: ${card.hint}`, NOTE_LENGTH),
    heading: markdownText(card.heading, NAME_LENGTH),
    hint: lineOf(card.hint, NOTE_LENGTH),
    choices: card.choices.slice(0, MOST_CHOICES).map(({ of, buttons }, place) => ({
      of: of === null ? '' : markdownText(of, NAME_LENGTH),
      buttons: buttons.map(({ title, data }, at) => ({
        title,
        style: place === 0 && at === 0 ? 'positive' : 'default',
        data: { msteams: { type: 'task/fetch' }, ...submissionData(data) },
      })),
    })),
  });
