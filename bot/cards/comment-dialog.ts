import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { CommentForm, FormProblem } from '../../plan/content.ts';
import { refKey } from './answer-form.ts';
import { type CardContext, type CardJson, fitCard } from './card.ts';
import { buildFormDialog } from './form-dialog.ts';
import { checkedInput } from './form-input.ts';
import { NO_CHOICE, VOICES_INPUT } from './ranking-dialog.ts';

/** What a comment is about: an item, a theme, or the plan as a whole. */
export const ABOUT_INPUT = 'about';

/** The value of the choice of a theme. */
export const themeChoice = (key: string): string => `theme/${key}`;

/** A comment, new or as somebody left it. */
export interface CommentState {
  readonly form: CommentForm;
  readonly channelId?: string | undefined;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FormProblem[];
}

/** What a reference group says of the plan. */
export const buildCommentDialog = (
  { form, channelId, values = {}, problems = [] }: CommentState,
  { submissionKey }: CardContext,
): CardJson => {
  const { planId, groupKey, groupName, items, themes, mayRecordForOthers } = form;
  const choices = [
    { title: 'The plan as a whole', value: NO_CHOICE },
    ...themes.map(({ key, title }) => ({ title: `Theme: ${title}`, value: themeChoice(key) })),
    ...items.map(({ ref, label, title }) => ({ title: `${label} ${title}`, value: refKey(ref) })),
  ];
  const chosen = values[ABOUT_INPUT] ?? NO_CHOICE;
  return fitCard(
    (limit) => {
      const shown = choices.filter(({ value }, at) => at < limit || value === chosen);
      const more = choices.length - shown.length;
      return buildFormDialog({
        heading: `${groupName}: comment on the plan`,
        hint: 'It stands in the plan under the group’s name. Do not name children, parents or carers.',
        paragraphs: more > 0 ? [`${more} more to choose from are in the plan’s tab.`] : [],
        inputs: [
          {
            kind: 'choice',
            id: ABOUT_INPUT,
            label: 'What is it about?',
            errorMessage: 'Choose from the list.',
            value: chosen,
            choices: shown,
          },
          {
            kind: 'text',
            id: 'words',
            label: 'What does the group say?',
            errorMessage: `Write at most ${TEXT_LIMIT} characters.`,
            maxLength: TEXT_LIMIT,
            value: values.words ?? '',
          },
          ...(mayRecordForOthers
            ? [
                {
                  kind: 'text',
                  id: VOICES_INPUT,
                  label: 'How many people say so? (optional)',
                  errorMessage: 'Write a whole number, like 12.',
                  maxLength: 6,
                  value: values[VOICES_INPUT] ?? '',
                } as const,
              ]
            : []),
          ...checkedInput(
            values.checked === 'true',
            problems.some(({ held }) => held === true),
          ),
        ],
        // What is wrong with the item or theme is wrong with what was chosen.
        problems: problems.map((problem) =>
          problem.field === 'ref' || problem.field === 'theme' ? { ...problem, field: ABOUT_INPUT } : problem,
        ),
        button: {
          title: 'Record it',
          data: {
            verb: 'save-comment',
            planId,
            groupKey,
            submissionKey,
            ...(channelId === undefined ? {} : { channelId }),
          },
        },
      });
    },
    { most: choices.length, atLeast: 1 },
  );
};
