import {
  buildSnoozeCard,
  CHOICE_INPUT,
  OTHER_DAY,
  type SnoozeState,
  UNTIL_INPUT,
} from '../../cards/snooze-card.ts';
import type { PersonalData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Reply, Tools } from '../tools.ts';
import { cardReply } from './personal-card.ts';

/** How long reminders may be held back. */
export const showSnooze = async (
  turn: Turn,
  tools: Tools,
  { data: { reminder } }: Pick<Submission<PersonalData>, 'data'> | { data: { reminder?: undefined } },
): Promise<Reply> => {
  const content = await asPerson(turn, tools, (actor) => tools.useCases.viewPersonal({ actor }));
  return cardReply(buildSnoozeCard(content, tools.cardContext(content.submissionKey), says(reminder)));
};

/** Holds reminders back until the day that was chosen. */
export const saveSnooze = (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<PersonalData>,
): Promise<Reply> => {
  const { [CHOICE_INPUT]: choice = '', [UNTIL_INPUT]: day = '' } = inputs;
  const until = choice === OTHER_DAY || choice === '' ? day.trim() : choice;
  return snoozeUntil(turn, tools, { ...data, until, typed: { choice, until: day } });
};

/** Lets reminders come again. */
export const undoSnooze = (turn: Turn, tools: Tools, { data }: Submission<PersonalData>): Promise<Reply> =>
  snoozeUntil(turn, tools, { ...data, until: null });

/** Holds reminders back until a day, `null` for none, and says what that means. */
export const snoozeUntil = async (
  turn: Turn,
  tools: Tools,
  {
    submissionKey,
    until,
    reminder,
    typed = {},
  }: Pick<PersonalData, 'submissionKey' | 'reminder'> & {
    readonly until: string | null;
    readonly typed?: SnoozeState;
  },
): Promise<Reply> => {
  const { content, words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.snooze({ actor, submissionKey, until }),
  );
  const left = problems.length > 0 ? typed : {};
  const state = { ...says(reminder), ...left, words, problems };
  return cardReply(buildSnoozeCard(content, tools.cardContext(content.submissionKey), state));
};

const says = (reminder: PersonalData['reminder']): SnoozeState => (reminder ? { reminder } : {});
