import { inputId } from './answer-form.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { dueOf } from './item-row.ts';
import { lineOf, TITLE_LENGTH } from './plain-text.ts';
import type { QuestionState } from './question-section.ts';
import { statusOf } from './status.ts';
import template from './templates/brief-section.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const sectionTemplate = createTemplate(template);

/** One item of a long form: its name, how it stands, and the tick that nothing changed. */
export const bindBriefSection = ({ question, noChange }: QuestionState, index: number): ElementJson =>
  sectionTemplate.expand({
    id: inputId('noChange', index),
    label: joinDots([
      lineOf(`${question.label} ${question.title}`, TITLE_LENGTH),
      statusOf(question).text,
      dueOf({ ...question, dueIn: question.overdue ? question.dueIn : null }),
    ]),
    value: String(noChange),
  });
