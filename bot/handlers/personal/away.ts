import type { AwayInput } from '../../../plan/content.ts';
import { AWAY_FIELDS, type AwayState, buildAwayCard, NOBODY } from '../../cards/away-card.ts';
import type { PersonalData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Reply, Tools } from '../tools.ts';
import { cardReply } from './personal-card.ts';

/** The form of an absence. */
export const showAway = async (
  turn: Turn,
  tools: Tools,
  { data: { reminder } }: Pick<Submission<PersonalData>, 'data'> | { data: { reminder?: undefined } },
): Promise<Reply> => {
  const content = await asPerson(turn, tools, (actor) => tools.useCases.viewPersonal({ actor }));
  return cardReply(buildAwayCard(content, tools.cardContext(content.submissionKey), says(reminder)));
};

/** Enters an absence; where it can't be, the form comes back as it was left. */
export const saveAway = (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<PersonalData>,
): Promise<Reply> => {
  const values = Object.fromEntries(
    AWAY_FIELDS.map((field) => [field, inputs[field] ?? '']),
  ) as unknown as AwayInput;
  const deputy = values.deputy === NOBODY ? '' : values.deputy;
  return putAway(turn, tools, { ...data, away: { ...values, deputy } });
};

/** Ends an absence. */
export const comeBack = (turn: Turn, tools: Tools, { data }: Submission<PersonalData>): Promise<Reply> =>
  putAway(turn, tools, { ...data, away: null });

/** Enters an absence, `null` for none, and says what follows from it. */
export const putAway = async (
  turn: Turn,
  tools: Tools,
  {
    submissionKey,
    away,
    reminder,
  }: Pick<PersonalData, 'submissionKey' | 'reminder'> & { readonly away: AwayInput | null },
): Promise<Reply> => {
  const { content, words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.setAway({ actor, submissionKey, away }),
  );
  const left = problems.length > 0 && away !== null ? { values: away } : {};
  const state = { ...says(reminder), ...left, words, problems };
  return cardReply(buildAwayCard(content, tools.cardContext(content.submissionKey), state));
};

const says = (reminder: PersonalData['reminder']): AwayState => (reminder ? { reminder } : {});
