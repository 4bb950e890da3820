import { executeButton } from './buttons.ts';
import { type CardContext, type CardJson, createTemplate, type ElementJson } from './card.ts';
import { bindFormInput, type FormInput } from './form-input.ts';
import { lineOf, markdownText, NOTE_LENGTH, PARAGRAPH_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import type { PersonalData } from './submission.ts';
import template from './templates/personal-form.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** What every card of a person's own choices may say besides: new, done, or as they left it. */
export interface PersonalSays {
  /** What was done; a line each. */
  readonly words?: readonly string[];
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
  /** The reminder it was opened from, to go back to. */
  readonly reminder?: PersonalData['reminder'];
}

/** A form in a person's own chat. */
interface PersonalForm extends PersonalSays {
  readonly heading: string;
  /** Under the heading. */
  readonly hint: string;
  readonly paragraphs: readonly string[];
  readonly inputs: readonly FormInput[];
  readonly buttons: readonly {
    readonly title: string;
    readonly verb: PersonalData['verb'];
    readonly style?: 'positive';
    readonly takesInputs?: boolean;
  }[];
}

/** Draws a form of a person's own choices, with what was done or what is wrong, and the way back to their reminder. */
export const buildPersonalForm = (form: PersonalForm, { submissionKey }: CardContext): CardJson => {
  const { heading, hint, words = [], problems = [], reminder } = form;
  const [first = '', ...others] = words;
  const isGood = problems.length === 0;
  return cardTemplate.expandCard({
    fallbackText: lineOf(heading, TITLE_LENGTH),
    heading: markdownText(heading, TITLE_LENGTH),
    hint,
    notice: isGood ? lineOf(first === '' ? '' : `✓ ${first}`, PARAGRAPH_LENGTH) : NOTHING_SAVED,
    noticeColour: isGood ? 'Good' : 'Attention',
    paragraphs: [...others, ...form.paragraphs].map((text) => ({ text: lineOf(text, PARAGRAPH_LENGTH) })),
    hasInputs: form.inputs.length > 0,
    inputs: form.inputs.map((input) => bindFormInput({ ...input, problem: problemOf(problems, input.id) })),
    hasButtons: form.buttons.length > 0 || reminder !== undefined,
    buttons: [
      ...form.buttons.map(({ verb, ...button }) =>
        executeButton({ ...button, data: { verb, submissionKey, ...(reminder ? { reminder } : {}) } }),
      ),
      ...backButton(reminder, submissionKey),
    ],
  });
};

const NOTHING_SAVED = 'Nothing was saved yet. What you typed is kept; please look at what is marked.';

const problemOf = (problems: NonNullable<PersonalSays['problems']>, field: string): string =>
  lineOf(
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => message)
      .join(' '),
    2 * NOTE_LENGTH,
  );

const backButton = (reminder: PersonalData['reminder'], submissionKey: string): ElementJson[] =>
  reminder === undefined
    ? []
    : [
        executeButton({
          title: 'Back to the reminder',
          data: { verb: 'show-reminder', submissionKey, reminder },
          takesInputs: false,
        }),
      ];
