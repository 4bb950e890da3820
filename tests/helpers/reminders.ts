import type { ReminderContent } from '../../plan/content.ts';
import { dueNotices } from '../../plan/notices/index.ts';
import { EMPTY_LEDGER, type NoticeLedger } from '../../plan/notices/notice-ledger.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../plan/notices/preferences.ts';
import { reminderRule } from '../../plan/notices/reminder.ts';
import type { Plan } from '../../plan/plan.ts';
import { at, makeOwner } from './make-plan.ts';

/** What is asked about reminders besides the plans: by key of the owner, what they have chosen. */
export interface Asked {
  readonly chosen?: Readonly<Record<string, Partial<Preferences>>>;
  readonly ledger?: Partial<NoticeLedger>;
}

const idOf = (key: string): string => makeOwner({ key }).entraObjectId ?? '';

/** What decides reminders in tests: nobody has chosen anything and nothing was told, but for what is said. */
export const reminderState = (plans: Plan | readonly Plan[], { chosen = {}, ledger = {} }: Asked = {}) => ({
  plans: 'id' in plans ? [plans] : plans,
  preferences: new Map(
    Object.entries(chosen).map(([key, choices]) => [idOf(key), { ...DEFAULT_PREFERENCES, ...choices }]),
  ),
  ledger: { ...EMPTY_LEDGER, ...ledger },
});

/** Who has a reminder due at a moment: `owner 2022-03-11`. */
export function remindedAt(plans: Plan | readonly Plan[], instant: string, asked: Asked = {}): string[] {
  const state = reminderState(plans, asked);
  const keys = new Map(state.plans.flatMap(({ owners }) => owners.map(({ key }) => [idOf(key), key])));
  return dueNotices({ ...state, now: at(instant) })
    .filter(({ kind }) => kind === 'reminder')
    .map(({ subject, period }) => `${keys.get(subject)} ${period}`);
}

/** Somebody's reminder of a day as it reads at a moment of it, by default in the middle of the morning. */
export function reminderOf(
  plans: Plan | readonly Plan[],
  key: string,
  { on, now = `${on}T09:30:00Z`, ...asked }: Asked & { readonly on: string; readonly now?: string },
): ReminderContent | null {
  const about = { ...reminderState(plans, asked), now: at(now), entraObjectId: idOf(key), period: on };
  return reminderRule.content(about) as ReminderContent | null;
}

/** Its entries over all plans. */
export const entriesOn = (
  plans: Plan | readonly Plan[],
  key: string,
  on: string,
  asked: Asked = {},
): ReminderContent['plans'][number]['entries'] =>
  reminderOf(plans, key, { on, ...asked })?.plans.flatMap(({ entries }) => entries) ?? [];

/** `overdue A7` for each of them. */
export const whysOn = (...about: Parameters<typeof entriesOn>): string[] =>
  entriesOn(...about).map(({ why, line }) => `${why} ${line.label}`);
