import { formatDay } from '../../plan/calendar/dates.ts';
import type { PersonalContent } from '../../plan/content.ts';
import { MUTABLE_REASONS } from '../../plan/notices/preferences.ts';
import { KIND_WORDS } from '../../plan/personal/settings.ts';
import type { CardContext, CardJson } from './card.ts';
import type { FormInput } from './form-input.ts';
import { buildPersonalForm, type PersonalSays } from './personal-form.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';

/** Inputs of the card. */
export const SETTINGS_INPUTS = ['quietFrom', 'quietTo', 'workDays', 'muted', 'activityFeed'] as const;
export type SettingsInputId = (typeof SETTINGS_INPUTS)[number];

/** Settings, new or as somebody left them. */
export interface SettingsState extends PersonalSays {
  /** What stands in the inputs. Default: what is set. */
  readonly values?: Readonly<Partial<Record<SettingsInputId, string>>>;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Plans that are named with their hours. */
const MOST_PLANS = 4;

/** How a person wants to be written to. */
export const buildSettingsCard = (
  content: PersonalContent,
  context: CardContext,
  state: SettingsState = {},
): CardJson => {
  const { settings, hours, snoozedUntil, isDirector } = content;
  const shownIn = (id: SettingsInputId, set: string): string => state.values?.[id] ?? set;
  const more = hours.length - MOST_PLANS;
  const inputs: FormInput[] = [
    {
      kind: 'time',
      id: 'quietFrom',
      label: 'Quiet hours: from',
      errorMessage: 'Choose a time, or none.',
      value: shownIn('quietFrom', settings.quietFrom ?? ''),
    },
    {
      kind: 'time',
      id: 'quietTo',
      label: 'Quiet hours: until',
      errorMessage: 'Choose a time, or none.',
      value: shownIn('quietTo', settings.quietTo ?? ''),
    },
    {
      kind: 'choices',
      id: 'workDays',
      label: 'Days on which you work',
      errorMessage: 'Choose at least one day.',
      value: shownIn('workDays', settings.workDays.join(',')),
      choices: DAYS.map((title, index) => ({ title, value: String(index + 1) })),
    },
    {
      kind: 'choices',
      id: 'muted',
      label: 'Leave out of my reminders',
      errorMessage: 'Choose what to leave out.',
      value: shownIn('muted', settings.muted.join(',')),
      choices: MUTABLE_REASONS.map((reason) => ({ title: KIND_WORDS[reason], value: reason })),
    },
    ...(isDirector
      ? [
          {
            kind: 'tick' as const,
            id: 'activityFeed',
            label: 'News of the plan',
            title: 'Tell me in Teams’ activity feed too',
            errorMessage: 'Tick it or leave it.',
            value: shownIn('activityFeed', String(settings.activityFeed)),
          },
        ]
      : []),
  ];
  return buildPersonalForm(
    {
      ...state,
      heading: 'How Milepost writes to you',
      hint: 'One message a day at most. What is overdue, handed to you or passed up is always in it.',
      paragraphs: [
        `${hours
          .slice(0, MOST_PLANS)
          .map(
            ({ planName, opensAt, closesAt }) =>
              `${lineOf(planName, NAME_LENGTH)} writes from ${opensAt} to ${closesAt}`,
          )
          .join('; ')}${more > 0 ? `; and ${more} more plans` : ''}.`,
        ...(snoozedUntil === null ? [] : [`Your reminders are held back until ${formatDay(snoozedUntil)}.`]),
      ],
      inputs,
      buttons: [
        { title: 'Save', verb: 'save-settings', style: 'positive' },
        { title: 'Snooze', verb: 'show-snooze', takesInputs: false },
        { title: 'I’m away', verb: 'show-away', takesInputs: false },
      ],
    },
    context,
  );
};
