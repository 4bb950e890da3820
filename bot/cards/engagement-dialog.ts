import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { EngagementForm, FormProblem } from '../../plan/content.ts';
import { ENGAGEMENT_ANSWERS } from '../../plan/glossary.ts';
import { TITLE_LIMIT } from '../../plan/meeting-record/new-action.ts';
import { type CardContext, type CardJson, fitCard } from './card.ts';
import { buildFormDialog } from './form-dialog.ts';
import { checkedInput, type FormInput } from './form-input.ts';
import { lineOf, paragraphsOf } from './plain-text.ts';
import { NO_CHOICE } from './ranking-dialog.ts';

/** Which of several entries is meant. */
export const ENTRY_INPUT = 'entry';
/** Longest day, number or choice that is given back. */
const SHORT = 200;
/** Longest text that is given back, half as long again as what may be saved. */
const LONG = 1.5 * TEXT_LIMIT;
/** How many themes a list holds at most: a plan has a handful. */
const MOST_THEMES = 60;

/** The form of an entry, new or as somebody left it. */
export interface EngagementState {
  readonly form: EngagementForm;
  /** The channel it was asked for in. */
  readonly channelId?: string | undefined;
  /** What stands in the inputs, by id. Default: what the form begins with. */
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FormProblem[];
}

/** Whom the programme met, what they said and, where it is known, what came of it. */
export const buildEngagementDialog = (state: EngagementState, context: CardContext): CardJson => {
  const { form, channelId, problems = [] } = state;
  const values: Readonly<Record<string, string>> = state.values ?? { ...form.input, checked: '' };
  // What is short by nature is given back short, so that three long texts fit on the card.
  const typed = (id: string, most = SHORT) => lineOf(values[id] ?? '', most);
  const long = (id: string) => paragraphsOf(values[id] ?? '', LONG);
  const known = form.groupNames.length === 0 ? '' : ` Reference groups: ${form.groupNames.join(', ')}.`;
  return fitCard(
    (limit) =>
      buildFormDialog({
        heading: 'Add to the engagement log',
        hint: `People are counted, never named: do not name children, parents or carers.${known}`,
        paragraphs:
          form.themes.length > limit
            ? [`${form.themes.length - limit} more themes to choose from are in the plan’s tab.`]
            : [],
        inputs: [
          text('title', 'Which group was met?', typed('title', 2 * TITLE_LIMIT), TITLE_LIMIT),
          {
            kind: 'date',
            id: 'on',
            label: 'On which day?',
            errorMessage: 'Choose a day.',
            value: typed('on'),
          },
          text('voices', 'How many people were there? (optional)', typed('voices'), 6),
          text('purpose', 'What was it about? (optional)', long('purpose')),
          text('said', 'What did they say?', long('said')),
          themeInput(form, typed('theme'), limit),
          ...outcomeInputs(values),
          ...checkedInput(values.checked === 'true', isHeld(problems)),
        ],
        problems,
        button: {
          title: 'Record it',
          data: {
            verb: 'save-engagement',
            planId: form.planId,
            submissionKey: context.submissionKey,
            ...(channelId === undefined ? {} : { channelId }),
          },
        },
      }),
    { most: MOST_THEMES, atLeast: 1 },
  );
};

/** What came of something that people said before. */
export const buildOutcomeDialog = (
  { form, channelId, values = {}, problems = [] }: EngagementState,
  context: CardContext,
): CardJson =>
  fitCard(
    (limit) => {
      const open = form.open.slice(0, limit);
      const more = form.open.length - open.length;
      return buildFormDialog({
        heading: 'What came of what they said?',
        hint: 'It is read out to those who said it: write it for them. Do not name children, parents or carers.',
        paragraphs: more > 0 ? [`${more} more are in the plan’s tab.`] : [],
        inputs: [
          {
            kind: 'choice',
            id: ENTRY_INPUT,
            label: 'Which words?',
            errorMessage: 'Choose from the list.',
            value: values[ENTRY_INPUT] ?? open[0]?.key ?? '',
            choices: open.map(({ key, words }) => ({ title: words, value: key })),
          },
          ...outcomeInputs(values),
          ...checkedInput(values.checked === 'true', isHeld(problems)),
        ],
        problems,
        button: {
          title: 'Record it',
          data: {
            verb: 'save-outcome',
            planId: form.planId,
            submissionKey: context.submissionKey,
            ...(channelId === undefined ? {} : { channelId }),
          },
        },
      });
    },
    { most: form.open.length, atLeast: 1 },
  );

const outcomeInputs = (values: Readonly<Record<string, string>>): FormInput[] => [
  {
    kind: 'choice',
    id: 'answer',
    label: 'What came of it?',
    errorMessage: 'Choose from the list.',
    value: lineOf(values.answer ?? '', SHORT) || NO_CHOICE,
    choices: [
      { title: 'Nothing yet', value: NO_CHOICE },
      ...ENGAGEMENT_ANSWERS.map((answer) => ({ title: answer, value: answer })),
    ],
  },
  text('outcome', 'What was done, or why it could not be', paragraphsOf(values.outcome ?? '', LONG)),
];

const themeInput = ({ themes }: EngagementForm, value: string, limit: number): FormInput => ({
  kind: 'choice',
  id: 'theme',
  label: 'Which theme is it about?',
  errorMessage: 'Choose from the list.',
  value: value || NO_CHOICE,
  choices: [
    { title: 'The plan as a whole', value: NO_CHOICE },
    ...themes
      .filter(({ key }, at) => at < limit || key === value)
      .map(({ key, title }) => ({ title, value: key })),
  ],
});

const text = (id: string, label: string, value: string, maxLength: number = TEXT_LIMIT): FormInput => ({
  kind: 'text',
  id,
  label,
  errorMessage: `Write at most ${maxLength} characters.`,
  maxLength,
  value,
});

const isHeld = (problems: readonly FormProblem[]): boolean => problems.some(({ held }) => held === true);
