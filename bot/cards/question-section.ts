import { LINK_LIMIT, TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { ItemQuestion, QuestionsContent } from '../../plan/content.ts';
import { ANSWER_STAGES, RAGS } from '../../plan/glossary.ts';
import {
  ANSWER_FIELDS,
  type AnswerField,
  type FieldMarks,
  type FieldValues,
  inputId,
  lastValues,
  marksOf,
  NO_GROUP,
} from './answer-form.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { dueOf } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { meaningOf, ragWords, statusOf } from './status.ts';
import template from './templates/question-section.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const sectionTemplate = createTemplate(template);

/** What is wrong with the fields of an item; `item` is what no single field can mend. */
export type FieldProblems = Readonly<Partial<Record<AnswerField | 'item', string>>>;

/** One item of a form as it is to be shown. */
export interface QuestionState {
  readonly question: ItemQuestion;
  /** What stands in the inputs: the last answer, or what the person typed. */
  readonly values: FieldValues;
  /** Marks of the values that are no news: inputs that still hold them were not answered. */
  readonly unchanged: FieldMarks;
  readonly noChange: boolean;
  readonly problems: FieldProblems;
  /** Something in it may name a child: the person is asked to look again, and to say that it does not. */
  readonly held?: boolean;
  /** The tick of whoever has looked again. */
  readonly checked?: boolean;
}

/** How a form shows the questions of its items. */
export interface FormShape {
  readonly groups: QuestionsContent['groups'];
  readonly offerNoChange: boolean;
  /** The questions stand behind a link until they are wanted: most items have not changed. */
  readonly folded?: boolean;
}

/** An item nobody has typed anything of yet. */
export const untouched = (question: ItemQuestion): QuestionState => {
  const values = lastValues(question);
  return { question, values, unchanged: marksOf(values), noChange: false, problems: {} };
};

const STAGE_CHOICES = ANSWER_STAGES.map((stage) => ({ title: stage, value: stage }));

/** Asked less often than the others: they stand behind a link until one of them has something in it. */
const RARE_FIELDS = ['waitingOn', 'blocker', 'evidenceUrl'] as const satisfies readonly AnswerField[];

/** The questions about one item. `index` is its place in the form and stands in the ids of its inputs. */
export const bindQuestionSection = (state: QuestionState, index: number, shape: FormShape): ElementJson => {
  const { question, problems } = state;
  const inputs = [...ANSWER_FIELDS, 'noChange', 'checked'] as const;
  return sectionTemplate.expand({
    label: lineOf(question.label, 20),
    heading: markdownText(`${lineOf(question.label, 20)} ${question.title}`, TITLE_LENGTH),
    details: joinDots([
      statusOf(question).text,
      question.ownerName === null ? 'no owner' : lineOf(question.ownerName, NAME_LENGTH),
      dueOf(question),
    ]),
    answered: question.answered ? '✓ Answered in this check-in' : '',
    offerNoChange: shape.offerNoChange,
    folded: shape.folded ?? false,
    rareFolded: isRareFolded(state),
    // The tick stays where somebody set it: otherwise their words would be held back once more.
    held: state.held === true || state.checked === true,
    checked: String(state.checked ?? false),
    ids: {
      ...Object.fromEntries(inputs.map((field) => [field, inputId(field, index)])),
      fields: `fields_${index}`,
      rare: `rare_${index}`,
    },
    values: { ...state.values, noChange: String(state.noChange) },
    problems: Object.fromEntries(
      [...ANSWER_FIELDS, 'item' as const].map((field) => [field, lineOf(problems[field] ?? '', NOTE_LENGTH)]),
    ),
    stages: STAGE_CHOICES,
    confidences: RAGS.map((rag) => ({
      title: `${ragWords(rag).text}: ${lineOf(meaningOf(question, rag), NOTE_LENGTH)}`,
      value: rag,
    })),
    groups: [
      { title: 'No group', value: NO_GROUP },
      ...shape.groups.map(({ key, name }) => ({ title: lineOf(name, NAME_LENGTH), value: key })),
    ],
    textLimit: TEXT_LIMIT,
    linkLimit: LINK_LIMIT,
  });
};

const isRareFolded = ({ values, problems }: QuestionState): boolean =>
  values.stage !== 'Waiting on others' &&
  RARE_FIELDS.every((field) => (values[field] === '' || values[field] === NO_GROUP) && !problems[field]);
