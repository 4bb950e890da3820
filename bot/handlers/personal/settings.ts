import { buildSettingsCard, SETTINGS_INPUTS, type SettingsState } from '../../cards/settings-card.ts';
import type { PersonalData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Reply, Tools } from '../tools.ts';
import { cardReply } from './personal-card.ts';

/** How the person is written to. */
export const showSettings = async (
  turn: Turn,
  tools: Tools,
  { data: { reminder } }: Pick<Submission<PersonalData>, 'data'> | { data: { reminder?: undefined } },
): Promise<Reply> => {
  const content = await asPerson(turn, tools, (actor) => tools.useCases.viewPersonal({ actor }));
  return cardReply(buildSettingsCard(content, tools.cardContext(content.submissionKey), says(reminder)));
};

/** Changes it; where that can't be, the form comes back as it was left. */
export const saveSettings = async (
  turn: Turn,
  tools: Tools,
  { data: { submissionKey, reminder }, inputs }: Submission<PersonalData>,
): Promise<Reply> => {
  const values = Object.fromEntries(SETTINGS_INPUTS.map((id) => [id, inputs[id] ?? '']));
  const { quietFrom = '', quietTo = '', workDays = '', muted = '', activityFeed } = values;
  const settings = {
    quietFrom,
    quietTo,
    workDays: listed(workDays),
    muted: listed(muted),
    activityFeed: activityFeed === 'true',
  };
  const { content, words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.saveSettings({ actor, submissionKey, settings }),
  );
  const left = problems.length > 0 ? { values } : {};
  const state = { ...says(reminder), ...left, words, problems };
  return cardReply(buildSettingsCard(content, tools.cardContext(content.submissionKey), state));
};

const says = (reminder: PersonalData['reminder']): SettingsState => (reminder ? { reminder } : {});

/** Several choices come in one text. */
const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
