import { executeButton } from './buttons.ts';
import { type CardContext, type CardJson, createTemplate, type ElementJson } from './card.ts';
import { bindFormInput, type FormInput } from './form-input.ts';
import { lineOf, markdownText, NOTE_LENGTH, PARAGRAPH_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import type { CalendarData } from './submission.ts';
import template from './templates/calendar-form.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** A card about closed and quiet days, or the calendar of milestones, in a plan manager's own chat. */
interface CalendarForm {
  readonly heading: string;
  /** Under the heading. */
  readonly hint: string;
  /** What a press led to; `null` where nothing was pressed. */
  readonly notice: { readonly text: string; readonly good: boolean } | null;
  readonly paragraphs: readonly string[];
  readonly sections: readonly ElementJson[];
  readonly inputs: readonly FormInput[];
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
  readonly buttons: readonly {
    readonly title: string;
    readonly data: Omit<CalendarData, 'v' | 'submissionKey'>;
    readonly style?: 'positive' | 'destructive';
    /** Default: it takes none. */
    readonly takesInputs?: boolean;
  }[];
}

export const buildCalendarForm = (form: CalendarForm, { submissionKey }: CardContext): CardJson => {
  const { heading, notice, problems = [] } = form;
  return cardTemplate.expandCard({
    fallbackText: lineOf(heading, TITLE_LENGTH),
    heading: markdownText(heading, TITLE_LENGTH),
    hint: lineOf(form.hint, NOTE_LENGTH),
    notice: notice === null ? '' : lineOf(notice.good ? `✓ ${notice.text}` : notice.text, PARAGRAPH_LENGTH),
    noticeColour: notice?.good === false ? 'Attention' : 'Good',
    paragraphs: form.paragraphs.map((text) => ({ text: lineOf(text, PARAGRAPH_LENGTH) })),
    sections: form.sections,
    hasInputs: form.inputs.length > 0,
    inputs: form.inputs.map((input) => bindFormInput({ ...input, problem: problemOf(problems, input.id) })),
    hasButtons: form.buttons.length > 0,
    buttons: form.buttons.map(({ data, takesInputs = false, ...button }) =>
      executeButton({ ...button, takesInputs, data: { ...data, submissionKey } }),
    ),
  });
};

const problemOf = (problems: NonNullable<CalendarForm['problems']>, field: string): string =>
  problems
    .filter((problem) => problem.field === field)
    .map(({ message }) => message)
    .join(' ');
