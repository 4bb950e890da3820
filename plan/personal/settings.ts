import type { FormProblem, SettingsInput } from '../content.ts';
import { MUTABLE_REASONS, type MutableReason, type Preferences } from '../notices/preferences.ts';
import { spreadMinutes } from '../notices/spread.ts';
import { directoryIdOf } from '../people.ts';
import type { Everywhere, InPlan } from './in-plan.ts';

export type SettingsField = keyof SettingsInput;
type Chosen = Pick<Preferences, 'quietFrom' | 'quietTo' | 'workDays' | 'muted' | 'activityFeed'>;
type Problem = FormProblem<SettingsField>;

/** Settings that can be kept, or why they can't be. */
export type SettingsOutcome =
  | { readonly problems: readonly Problem[]; readonly chosen?: undefined }
  | { readonly problems?: undefined; readonly chosen: Chosen };

/** Kinds that may be left out, as a reader knows them. */
export const KIND_WORDS: Readonly<Record<MutableReason, string>> = {
  'due soon': 'Due soon',
  'check-in unanswered': 'Check-ins you have not answered',
  'waiting on you': 'What others wait for from you or your groups',
};

const LAST_WORKING_DAY = 5;
const MINUTES_OF_DAY = 24 * 60;

/** Judges how somebody wants to be written to; says everything that is in the way at once. Never throws on what is typed. */
export function judgeSettings(everywhere: Everywhere, input: SettingsInput): SettingsOutcome {
  const [quietFrom, quietTo] = [readTime(input.quietFrom), readTime(input.quietTo)];
  const workDays = [...new Set(input.workDays.map(Number))].filter((day) => day >= 1 && day <= 7).toSorted();
  const muted = MUTABLE_REASONS.filter((reason) => input.muted.includes(reason));
  const problems = [
    ...badTime('quietFrom', quietFrom),
    ...badTime('quietTo', quietTo),
    ...badQuiet(everywhere, quietFrom, quietTo),
    ...badDays(workDays),
  ];
  if (problems.length > 0) return { problems };
  const isDirector = isDirectorAnywhere(everywhere);
  return {
    chosen: {
      quietFrom: quietFrom || null,
      quietTo: quietTo || null,
      workDays,
      muted,
      activityFeed: input.activityFeed && isDirector,
    },
  };
}

/** News in the activity feed is for directors, who use the tab only. */
export function isDirectorAnywhere(everywhere: Everywhere): boolean {
  return everywhere.some(({ owner }) => owner.roles.includes('Director'));
}

/** `HH:mm`; blank for none; `null` for what is no time. Hosts bring seconds along at times. */
function readTime(text: string): string | null {
  const said = text.trim();
  if (said === '') return '';
  const found = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(said);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${found[2]}`;
}

function badTime(field: 'quietFrom' | 'quietTo', time: string | null): Problem[] {
  return time === null ? [{ field, message: 'This is not a time. Write it like 18:30.' }] : [];
}

function badQuiet(everywhere: Everywhere, from: string | null, to: string | null): Problem[] {
  if (from === null || to === null || (from === '' && to === '')) return [];
  if (from === '')
    return [{ field: 'quietFrom', message: 'Say when the quiet hours begin, or leave both empty.' }];
  if (to === '') return [{ field: 'quietTo', message: 'Say when the quiet hours end, or leave both empty.' }];
  const quiet = { from: minutesOf(from), to: minutesOf(to) };
  const closed = everywhere.filter(({ plan, owner }) => !isTimeLeft({ plan, owner }, quiet));
  return closed.slice(0, 1).map(({ plan, owner }) => ({
    field: 'quietTo',
    message: `${plan.name} writes to you from ${timeOf(firstMinute({ plan, owner }))} to ${plan.settings.closesAt} only, so these quiet hours leave no time for a reminder. Leave some, or use “snooze” or “away”.`,
  }));
}

/** Quiet hours may go over midnight; the same time twice means the whole day. */
function isTimeLeft(one: InPlan, quiet: { readonly from: number; readonly to: number }): boolean {
  const length = (quiet.to - quiet.from + MINUTES_OF_DAY) % MINUTES_OF_DAY || MINUTES_OF_DAY;
  for (let minute = firstMinute(one); minute < minutesOf(one.plan.settings.closesAt); minute += 1)
    if ((minute - quiet.from + MINUTES_OF_DAY) % MINUTES_OF_DAY >= length) return true;
  return false;
}

/** Large plans write to people one after another, see `hoursOn`. */
function firstMinute({ plan, owner }: InPlan): number {
  return minutesOf(plan.settings.opensAt) + spreadMinutes(directoryIdOf(owner) ?? '', plan.owners.length);
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function timeOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours}:${minutes}`;
}

function badDays(workDays: readonly number[]): Problem[] {
  if (workDays.some((day) => day <= LAST_WORKING_DAY)) return [];
  return [
    {
      field: 'workDays',
      message:
        'Choose at least one day from Monday to Friday: plans write to nobody at weekends. To hear nothing for a while, use “snooze” or “away”.',
    },
  ];
}
