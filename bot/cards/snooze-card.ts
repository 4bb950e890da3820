import { formatDay } from '../../plan/calendar/dates.ts';
import type { PersonalContent } from '../../plan/content.ts';
import { snoozeChoices } from '../../plan/personal/snooze.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildPersonalForm, type PersonalSays } from './personal-form.ts';

/** Inputs of the card: a choice, or a day for everything else. */
export const CHOICE_INPUT = 'choice';
export const UNTIL_INPUT = 'until';

/** The choice of another day. */
export const OTHER_DAY = 'other';

/** How long reminders are held back, new or as somebody left it. */
export interface SnoozeState extends PersonalSays {
  /** What stands in the inputs. */
  readonly choice?: string;
  readonly until?: string;
}

/** Holds reminders back, or lets them come again. */
export const buildSnoozeCard = (
  content: PersonalContent,
  context: CardContext,
  state: SnoozeState = {},
): CardJson => {
  const { snoozedUntil, today } = content;
  const choices = snoozeChoices(today);
  return buildPersonalForm(
    {
      ...state,
      heading:
        snoozedUntil === null
          ? 'Snooze my reminders'
          : `Your reminders are held back until ${formatDay(snoozedUntil)}`,
      hint: 'Over all your plans. Nothing else changes: what is due stays due.',
      paragraphs: [],
      inputs: [
        {
          kind: 'choice',
          id: CHOICE_INPUT,
          label: 'How long?',
          errorMessage: 'Choose how long.',
          value: state.choice ?? choices[0]?.until ?? '',
          choices: [
            ...choices.map(({ until, words }) => ({ title: words, value: until })),
            { title: 'Until another day', value: OTHER_DAY },
          ],
        },
        {
          kind: 'date',
          id: UNTIL_INPUT,
          label: 'Another day, up to four weeks ahead',
          errorMessage: 'Choose a day.',
          value: state.until ?? '',
        },
      ],
      buttons: [
        { title: snoozedUntil === null ? 'Snooze' : 'Change it', verb: 'save-snooze', style: 'positive' },
        ...(snoozedUntil === null
          ? []
          : [{ title: 'Let them come again', verb: 'undo-snooze', takesInputs: false } as const]),
      ],
    },
    context,
  );
};
