import type { FormProblem, MeasuresView, MeasureView, ReadingField } from '../../plan/content.ts';
import { type CardContext, type CardJson, fitCard } from './card.ts';
import { buildFormDialog } from './form-dialog.ts';
import type { FormInput } from './form-input.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';

/** The tick of whoever means a figure far from the others. */
export const SURE_INPUT = 'sure';

/** A reading, new or as somebody left it. */
export interface ReadingState {
  readonly view: MeasuresView;
  readonly values?: Readonly<Partial<Record<ReadingField | typeof SURE_INPUT, string>>>;
  readonly problems?: readonly FormProblem[];
}

/** What something stands at. */
export const buildReadingDialog = (
  { view, values = {}, problems = [] }: ReadingState,
  { submissionKey }: CardContext,
): CardJson => {
  const measures = view.measures.filter(({ mayRecord }) => mayRecord);
  const isAsked = values.sure === 'true' || problems.some(({ held }) => held);
  return fitCard(
    (limit) => {
      const shown = measures.filter(({ key }, at) => at < limit || key === values.measure);
      const more = measures.length - shown.length;
      return buildFormDialog({
        heading: 'Record a reading',
        hint: 'A reading of a day that has one takes its place.',
        paragraphs: [...shown.map(wordsOf), ...(more > 0 ? [`${more} more are in the plan’s tab.`] : [])],
        inputs: [
          {
            kind: 'choice',
            id: 'measure',
            label: 'What was counted?',
            errorMessage: 'Choose from the list.',
            value: values.measure ?? shown[0]?.key ?? '',
            choices: shown.map(({ key, title }) => ({ title, value: key })),
          },
          {
            kind: 'text',
            id: 'value',
            label: 'What does it stand at?',
            errorMessage: 'Write a number, like 126.',
            maxLength: 30,
            value: values.value ?? '',
          },
          {
            kind: 'date',
            id: 'on',
            label: 'On which day?',
            errorMessage: 'Choose a day.',
            value: values.on ?? view.today,
          },
          ...(isAsked ? [sureInput(values.sure ?? '')] : []),
        ],
        problems,
        button: { title: 'Record it', data: { verb: 'save-reading', planId: view.planId, submissionKey } },
      });
    },
    { most: Math.min(20, measures.length), atLeast: 1 },
  );
};

const wordsOf = ({ title, valueWords, targetWords }: MeasureView): string =>
  `${lineOf(title, NAME_LENGTH)}: ${valueWords}${targetWords === null ? '' : `, to come to ${targetWords}`}.`;

const sureInput = (value: string): FormInput => ({
  kind: 'tick',
  id: SURE_INPUT,
  label: 'If you have looked again',
  title: 'I am sure: the figure is right',
  errorMessage: 'Tick this once you are sure.',
  value: String(value === 'true'),
});
