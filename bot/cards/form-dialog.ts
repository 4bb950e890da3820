import type { FormProblem } from '../../plan/content.ts';
import { type CardJson, createTemplate } from './card.ts';
import { bindFormInput, type FormInput } from './form-input.ts';
import { problemNotice } from './meeting-form.ts';
import { lineOf, markdownText, NOTE_LENGTH, PARAGRAPH_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { type SubmissionData, submissionData } from './submission.ts';
import template from './templates/form-dialog.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

type WithoutVersion<Data> = Data extends unknown ? Omit<Data, 'v'> : never;

/** A form in a dialog. */
export interface DialogForm {
  readonly heading: string;
  /** Under the heading: what to mind. */
  readonly hint: string;
  /** Above the questions; what is wrong and belongs to no question comes before them. */
  readonly paragraphs: readonly string[];
  readonly inputs: readonly FormInput[];
  readonly problems: readonly FormProblem[];
  readonly button: { readonly title: string; readonly data: WithoutVersion<SubmissionData> };
}

/** Draws a form whose questions are known, with what is wrong above each. */
export const buildFormDialog = (form: DialogForm): CardJson => {
  const { heading, hint, inputs, problems, button } = form;
  const beside = problems.filter(({ field }) => !inputs.some(({ id }) => id === field));
  const paragraphs = [...beside.map(({ message }) => message), ...form.paragraphs];
  return cardTemplate.expandCard({
    fallbackText: lineOf(heading, TITLE_LENGTH),
    heading: markdownText(heading, TITLE_LENGTH),
    hint: lineOf(hint, 2 * NOTE_LENGTH),
    notice: problemNotice(problems),
    paragraphs: paragraphs.map((text) => ({ text: lineOf(text, PARAGRAPH_LENGTH) })),
    hasInputs: inputs.length > 0,
    inputs: inputs.map((input) => bindFormInput({ ...input, problem: problemOf(problems, input.id) })),
    button: button.title,
    save: submissionData(button.data),
  });
};

const problemOf = (problems: readonly FormProblem[], id: string): string =>
  problems
    .filter(({ field }) => field === id)
    .map(({ message }) => message)
    .join(' ');
