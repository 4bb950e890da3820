import { faultsOfClosure } from './calendar/closures.ts';
import { isIsoDate } from './calendar/dates.ts';
import type { AttentionRow } from './content.ts';
import { GROUP_KINDS, LIST_NAMES, type ListName } from './glossary.ts';
import { MAX_RHYTHM, readMeetingTime } from './meetings/rhythm.ts';
import type { Plan } from './plan.ts';
import type { Action, Group, Meeting, Milestone, Owner, Recommendation, RowKey } from './rows.ts';
import { faultsOfSettings } from './settings/faults-of-settings.ts';

/** What is wrong with one value of a row. `column` is its name as people see it. */
export type ValueFault =
  | {
      readonly kind: 'unreadable';
      readonly column: string /** To follow `must be`. */;
      readonly mustBe: string;
    }
  | { readonly kind: 'points to nothing'; readonly column: string; readonly target: ListName };

/** A row of which something could not be read, or points to a row that is not there. */
export interface DoubtfulRow {
  readonly list: ListName;
  readonly key: RowKey;
  readonly title: string;
  readonly faults: readonly ValueFault[];
}

/** A row that a person should put right, and how. */
export interface Attention extends Pick<AttentionRow, 'list' | 'title' | 'messages'> {
  readonly key: RowKey;
}

/** Dates outside these years are slips of the keyboard. */
const FIRST_YEAR = '1990-01-01';
const LAST_YEAR = '2099-12-31';

const ENTRA_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The rows of a plan that people should look at: what could not be read, and what can be read but can't be meant. By
 * list, then title.
 */
export function findAttention(plan: Plan, doubtful: readonly DoubtfulRow[]): readonly Attention[] {
  const found = new Map<string, Attention>();
  const add = (
    list: ListName,
    { key, title }: { key: RowKey; title: string },
    messages: readonly string[],
  ) => {
    if (messages.length === 0) return;
    const name = `${list}/${key}`;
    const known = found.get(name);
    found.set(name, { list, key, title, messages: [...(known?.messages ?? []), ...messages] });
  };
  for (const row of doubtful) add(row.list, row, row.faults.map(wordsOfFault));
  for (const row of plan.groups) add('Groups', row, faultsOfGroup(row));
  const owners = { id: twice(plan.owners, idOf), email: twice(plan.owners, emailOf) };
  for (const row of plan.owners) add('Owners', row, faultsOfOwner(row, owners));
  const numbers = twice(plan.recommendations, ({ number }) => number);
  for (const row of plan.recommendations) add('Recommendations', row, faultsOfRecommendation(row, numbers));
  for (const row of plan.actions) add('Actions', row, faultsOfDates(row));
  for (const row of plan.milestones) add('Milestones', row, faultsOfDates(row));
  for (const row of plan.meetings) add('Meetings', row, faultsOfMeeting(row));
  for (const row of plan.closureRows) add('Closures', row, faultsOfClosure(row));
  const settings = faultsOfSettings(plan.settingRows);
  for (const row of plan.settingRows) add('Plan settings', row, settings.get(row.key) ?? []);
  return [...found.values()].toSorted(
    (one, other) =>
      LIST_NAMES.indexOf(one.list) - LIST_NAMES.indexOf(other.list) ||
      one.title.localeCompare(other.title, 'en'),
  );
}

function wordsOfFault(fault: ValueFault): string {
  if (fault.kind === 'unreadable')
    return `${fault.column} must be ${fault.mustBe}; what stands there cannot be read.`;
  return `${fault.column} must be a row of the list ${fault.target}; the one it points to is not there.`;
}

function faultsOfGroup({ kind, meetingTime, everyWeeks, everyMonths }: Group): string[] {
  const rhythm = (column: string, value: number | null) =>
    value === null || (Number.isInteger(value) && value >= 1 && value <= MAX_RHYTHM)
      ? []
      : [`${column} must be a whole number from 1 to ${MAX_RHYTHM}.`];
  return [
    ...(kind === null ? [`Kind must be one of: ${GROUP_KINDS.join(', ')}; without it nobody is asked.`] : []),
    ...(meetingTime === null || readMeetingTime(meetingTime) !== null
      ? []
      : ['Meeting time must be a time such as 09:30; until then the opening time of the plan counts.']),
    ...rhythm('Every weeks', everyWeeks),
    ...rhythm('Every months', everyMonths),
  ];
}

function faultsOfOwner(
  row: Owner,
  taken: { readonly id: ReadonlySet<unknown>; readonly email: ReadonlySet<unknown> },
): string[] {
  const id = idOf(row);
  const email = emailOf(row);
  const isBackwards = row.awayFrom !== null && row.awayTo !== null && row.awayTo < row.awayFrom;
  return [
    ...(id === null ? ['Entra object ID must be filled in, or Milepost cannot write to this person.'] : []),
    ...(id !== null && !ENTRA_ID.test(id)
      ? ['Entra object ID must be the person’s ID in Microsoft Entra, 32 letters and digits with hyphens.']
      : []),
    ...(id !== null && taken.id.has(id)
      ? ['Entra object ID stands in another row too; one person, one row.']
      : []),
    ...(email !== null && taken.email.has(email)
      ? ['Email stands in another row too; one person, one row.']
      : []),
    ...(isBackwards ? ['Away to must not be before Away from.'] : []),
    ...(row.deputy === row.key ? ['Deputy must be somebody else.'] : []),
  ];
}

function faultsOfRecommendation(row: Recommendation, taken: ReadonlySet<unknown>): string[] {
  const { number } = row;
  const isNumber = number !== null && Number.isInteger(number) && number >= 1;
  return [
    ...(isNumber ? [] : ['Number must be a whole number from 1, which no other recommendation has.']),
    ...(taken.has(number) ? ['Number stands in another row too; each recommendation has its own.'] : []),
    ...faultsOfDates(row),
  ];
}

function faultsOfDates(row: Recommendation | Action | Milestone): string[] {
  const dates = [
    ['Baseline due', row.baselineDue],
    ['Forecast due', row.forecastDue],
    [
      'reachedOn' in row ? 'Reached on' : 'Completed on',
      'reachedOn' in row ? row.reachedOn : row.completedOn,
    ],
  ] as const;
  return dates
    .filter(([, date]) => date !== null && !(isIsoDate(date) && date >= FIRST_YEAR && date <= LAST_YEAR))
    .map(([column]) => `${column} must be a date from 1990 to 2099.`);
}

function faultsOfMeeting({ group, startsAt }: Meeting): string[] {
  return [
    ...(group === null ? ['Group must say whose meeting it is.'] : []),
    ...(startsAt === null ? ['Starts at must be a date and time; without it the meeting is not held.'] : []),
  ];
}

/** Values that more than one row has. */
function twice<R>(rows: readonly R[], pick: (row: R) => unknown): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  const found = new Set<unknown>();
  for (const value of rows.map(pick)) {
    if (value === null) continue;
    if (seen.has(value)) found.add(value);
    seen.add(value);
  }
  return found;
}

const idOf = ({ entraObjectId }: Owner): string | null => entraObjectId?.trim().toLowerCase() || null;
const emailOf = ({ email }: Owner): string | null => email?.trim().toLowerCase() || null;
