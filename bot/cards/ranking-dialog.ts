import type { FormProblem, ItemChoice, RankingForm } from '../../plan/content.ts';
import { type CardContext, type CardJson, fitCard, MAX_CARD_BYTES, sizeOfCard } from './card.ts';
import { buildFormDialog } from './form-dialog.ts';
import type { FormInput } from './form-input.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';

/** The choice of none: not every host lets a choice be emptied. */
export const NO_CHOICE = '-';
/** How many people a ranking stands for. */
export const VOICES_INPUT = 'voices';

/** How many are asked for: fewer in a plan whose choices would not fit. */
const QUESTIONS = [5, 3, 1] as const;
/** What is left of a title at least. */
const SHORTEST_TITLE = 16;

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** A ranking, new or as somebody left it. */
export interface RankingState {
  readonly form: RankingForm;
  /** It is recorded for people without Teams. */
  readonly forOthers: boolean;
  /** What stands in the inputs, by id. Default: what they ranked before. */
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FormProblem[];
}

/** The id of the choice of a place, from 1. */
export const choiceInput = (place: number): string => `choice-${place}`;

/** The recommendations that matter most, chosen one after the other. */
export const buildRankingDialog = (state: RankingState, context: CardContext): CardJson => {
  const cards = QUESTIONS.map((count) => () => {
    const build = (length: number) => bind(state, context, { count, length });
    return fitCard(build, { most: NAME_LENGTH, atLeast: SHORTEST_TITLE });
  });
  const [first, ...others] = cards;
  let card = first?.() ?? bind(state, context, { count: 1, length: SHORTEST_TITLE });
  for (const fewer of others) if (sizeOfCard(card) > MAX_CARD_BYTES) card = fewer();
  return card;
};

const bind = (
  { form, forOthers, values = {}, problems = [] }: RankingState,
  { submissionKey }: CardContext,
  { count, length }: { readonly count: number; readonly length: number },
): CardJson => {
  const { planId, groupKey, groupName, recommendations, chosen } = form;
  const before = forOthers ? [] : chosen;
  const choices = recommendations.map((choice) => ({
    title: titleOf(choice, length),
    value: choice.ref.key,
  }));
  const known = (key: string | undefined) => (choices.some(({ value }) => value === key) ? key : undefined);
  const kept = before.slice(count, PLACES.length).filter((key) => known(key) !== undefined);
  return buildFormDialog({
    heading: forOthers ? `${groupName}: for people without Teams` : `${groupName}: what matters most?`,
    hint: forOthers
      ? 'Record how many people see it like this; they are counted, never named.'
      : 'Nobody sees who chose what. You can change it later.',
    paragraphs:
      count < PLACES.length
        ? [`${PLACES.length - count} more places can be given in the plan’s tab, where all of them fit.`]
        : [],
    inputs: [
      ...PLACES.slice(0, count).map(
        (word, at): FormInput => ({
          kind: 'choice',
          id: choiceInput(at + 1),
          label: at === 0 ? 'What matters most?' : `And ${word}? (optional)`,
          errorMessage: 'Choose from the list.',
          value: values[choiceInput(at + 1)] ?? known(before[at]) ?? (at === 0 ? '' : NO_CHOICE),
          choices: at === 0 ? choices : [{ title: 'No choice', value: NO_CHOICE }, ...choices],
        }),
      ),
      ...(forOthers ? [voicesInput(values[VOICES_INPUT] ?? '')] : []),
    ],
    problems,
    button: {
      title: 'Save',
      data: {
        verb: 'save-ranking',
        planId,
        groupKey,
        forOthers,
        ...(kept.length > 0 ? { kept } : {}),
        submissionKey,
      },
    },
  });
};

const titleOf = ({ label, title }: ItemChoice, length: number): string => lineOf(`${label} ${title}`, length);

const voicesInput = (value: string): FormInput => ({
  kind: 'text',
  id: VOICES_INPUT,
  label: 'How many people is it for?',
  errorMessage: 'Write a whole number, like 12.',
  maxLength: 6,
  value,
});
