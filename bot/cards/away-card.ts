import { formatDay, formatPeriod } from '../../plan/calendar/dates.ts';
import type { AwayInput, PersonalContent } from '../../plan/content.ts';
import { KEEP_DEPUTIES } from '../../plan/personal/away.ts';
import type { CardContext, CardJson } from './card.ts';
import { peopleChoices } from './form-input.ts';
import { buildPersonalForm, type PersonalSays } from './personal-form.ts';

/** Fields of the form; each is the id of its input. */
export const AWAY_FIELDS = ['from', 'to', 'deputy'] as const satisfies readonly (keyof AwayInput)[];

/** The choice of nobody: not every host lets a choice be emptied. */
export const NOBODY = 'nobody';

/** An absence, new or as somebody left it. */
export interface AwayState extends PersonalSays {
  /** What stands in the inputs. Default: what is entered. */
  readonly values?: Readonly<Partial<Record<keyof AwayInput, string>>>;
}

/** Enters an absence and who stands in, or ends it. */
export const buildAwayCard = (
  content: PersonalContent,
  context: CardContext,
  state: AwayState = {},
): CardJson => {
  const { away, people, planNames, today } = content;
  const deputy = state.values?.deputy ?? content.deputy;
  return buildPersonalForm(
    {
      ...state,
      heading: headingOf(content, state),
      hint:
        planNames.length > 1
          ? 'In all your plans. Everybody in them can see it.'
          : 'Everybody in the plan can see it.',
      paragraphs: [],
      inputs: [
        {
          kind: 'date',
          id: 'from',
          label: 'First day away',
          errorMessage: 'Choose the first day.',
          value: state.values?.from ?? away?.from ?? today,
        },
        {
          kind: 'date',
          id: 'to',
          label: 'Last day away',
          errorMessage: 'Choose the last day.',
          value: state.values?.to ?? away?.to ?? '',
        },
        {
          kind: 'people',
          id: 'deputy',
          label: 'Who stands in for you?',
          errorMessage: 'Choose one person, or nobody.',
          value: deputy || NOBODY,
          choices: [
            { title: 'Nobody', value: NOBODY },
            ...(content.deputy === KEEP_DEPUTIES
              ? [{ title: 'As it is: another person in each plan', value: KEEP_DEPUTIES }]
              : []),
            ...peopleChoices(people, deputy),
          ],
        },
      ],
      buttons: [
        { title: away === null ? 'Save' : 'Change it', verb: 'save-away', style: 'positive' },
        ...(away === null ? [] : [{ title: 'I’m back', verb: 'come-back', takesInputs: false } as const]),
      ],
    },
    context,
  );
};

/** What stands entered; of what was refused, what was asked. */
const headingOf = ({ away, today }: PersonalContent, { words = [], problems = [] }: AwayState): string => {
  if (problems.length > 0) return 'I’m away';
  if (away === null) return words.length > 0 ? 'You are back' : 'I’m away';
  const { from, to } = away;
  if (to === null) return 'You are away until further notice';
  if (from === null || from <= today) return `You are away until ${formatDay(to)}`;
  return `You will be away ${formatPeriod(from, to)}`;
};
