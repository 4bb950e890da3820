import {
  BANK_HOLIDAY_CHOICES,
  type BankHolidayChoice,
  type Rag,
  REPORT_APPROVALS,
  type ReportApproval,
} from '../glossary.ts';
import { DEFAULT_SETTINGS, type PlanSettings } from '../plan.ts';
import { anyText, dayCounts, type Kind, oneOf, sentencePart, timeOfDay, wholeNumber } from './kinds.ts';

/** What the rows of the list Plan settings say. */
export interface SettingValues
  extends Omit<PlanSettings, 'timeZone' | 'confidenceMeanings'>,
    Readonly<Record<MeaningName, string>> {}

export type SettingName = keyof SettingValues;
type MeaningName = `${Lowercase<Rag>}Means`;

/** One thing a plan may set for itself. */
export interface SettingDefinition<Value = unknown> {
  /** Title of its row. */
  readonly title: string;
  /** What it does, for its row and its form. */
  readonly meaning: string;
  readonly kind: Kind<Value>;
  readonly byDefault: Value;
}

const meaningOf = (rag: Rag): SettingDefinition<string> => ({
  title: `${rag} means`,
  meaning: `What an owner says of an item by calling it ${rag}. It stands wherever the colour is explained.`,
  kind: sentencePart,
  byDefault: DEFAULT_SETTINGS.confidenceMeanings[rag],
});

/** Everything a plan may set for itself, in the order people see it. */
export const SETTINGS: { readonly [Name in SettingName]: SettingDefinition<SettingValues[Name]> } = {
  planName: {
    title: 'Plan name',
    meaning: 'What the plan is called on cards and pages. Without it the name of the SharePoint site counts.',
    kind: anyText,
    byDefault: null,
  },
  toleranceDays: {
    title: 'Tolerance in days',
    meaning: 'An item expected this many days after the date first promised is still Amber; later it is Red.',
    kind: wholeNumber(0, 366),
    byDefault: DEFAULT_SETTINGS.toleranceDays,
  },
  checkInLeadDays: {
    title: 'Check-ins open days before',
    meaning: 'How many days before a meeting its check-in opens, at the opening time.',
    kind: wholeNumber(1, 6),
    byDefault: DEFAULT_SETTINGS.checkInLeadDays,
  },
  opensAt: {
    title: 'Opening time',
    meaning: 'When check-ins open, and digests, alerts and reminders go out, on a working day.',
    kind: timeOfDay,
    byDefault: DEFAULT_SETTINGS.opensAt,
  },
  closesAt: {
    title: 'Closing time',
    meaning:
      'When a check-in closes, on the working day after its meeting; nobody is reminded later in the day. At least an hour after the opening time.',
    kind: timeOfDay,
    byDefault: DEFAULT_SETTINGS.closesAt,
  },
  onBankHoliday: {
    title: 'Meetings on bank holidays',
    meaning: 'What a meeting does that falls on a bank holiday or a closure, where its group does not say.',
    kind: oneOf<BankHolidayChoice>(BANK_HOLIDAY_CHOICES),
    byDefault: DEFAULT_SETTINGS.onBankHoliday,
  },
  staleAfterMeetings: {
    title: 'Stale after meetings',
    meaning: 'An item without a word for more than this many meetings of its group is stale.',
    kind: wholeNumber(1, 26),
    byDefault: DEFAULT_SETTINGS.staleAfterMeetings,
  },
  escalateAfterWeeks: {
    title: 'Tell the chair after weeks',
    meaning:
      'What is overdue goes to the group’s chair after this many weeks without a word from its owner; so does what was not answered in as many check-ins.',
    kind: wholeNumber(1, 26),
    byDefault: DEFAULT_SETTINGS.escalateAfterWeeks,
  },
  reminderDays: {
    title: 'Remind owners days before',
    meaning: 'How many days before an item is due its owner is reminded, besides the day itself.',
    kind: dayCounts,
    byDefault: DEFAULT_SETTINGS.reminderDays,
  },
  alertDays: {
    title: 'Alert groups days before',
    meaning: 'How many days before an item is due its group’s channel is told, besides the day itself.',
    kind: dayCounts,
    byDefault: DEFAULT_SETTINGS.alertDays,
  },
  reportLeadDays: {
    title: 'Board report drafts days before',
    meaning:
      'How many days before a board meets the draft of its report is made, but not before its last meeting is over.',
    kind: wholeNumber(1, 120),
    byDefault: DEFAULT_SETTINGS.reportLeadDays,
  },
  reportReminderDays: {
    title: 'Remind of board reports days before',
    meaning:
      'How many days before a board meets its chair and author are told that the report is not posted yet.',
    kind: dayCounts,
    byDefault: DEFAULT_SETTINGS.reportReminderDays,
  },
  reportApproval: {
    title: 'Board reports are approved by',
    meaning: 'Whether the chair alone approves a board report, or somebody who did not write in it.',
    kind: oneOf<ReportApproval>(REPORT_APPROVALS),
    byDefault: DEFAULT_SETTINGS.reportApproval,
  },
  greenMeans: meaningOf('Green'),
  amberMeans: meaningOf('Amber'),
  redMeans: meaningOf('Red'),
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** The name under which the meaning of a colour is set. */
export function meaningNameOf(rag: Rag): MeaningName {
  return `${rag.toLowerCase() as Lowercase<Rag>}Means`;
}

/** What its row says of a setting besides its value: what it does, what it may be, and what counts without. */
export function explanationOf(name: SettingName): string {
  const { meaning, kind, byDefault } = SETTINGS[name] as SettingDefinition;
  const empty = byDefault === null ? 'It may be empty.' : `Empty means ${kind.write(byDefault)}.`;
  return `${meaning} It must be ${kind.mustBe}. ${empty}`;
}

/** Texts that count as settings where nothing is set. */
export const DEFAULT_VALUES = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].byDefault]),
) as unknown as SettingValues;

/** The settings of a plan in a zone. */
export function settingsOf(values: SettingValues, timeZone: string): PlanSettings {
  const { greenMeans: Green, amberMeans: Amber, redMeans: Red, ...rest } = values;
  return { ...rest, timeZone, confidenceMeanings: { Green, Amber, Red } };
}
