import { dueWords, formatDay, isIsoDate } from './calendar/dates.ts';
import type { DuePrecision } from './glossary.ts';
import { groupName, ownerName } from './items.ts';
import type { Plan } from './plan.ts';

/** What people call the properties of an item that answers change, where it is not the property's own name. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  forecastDue: 'Forecast',
  baselineDue: 'Date first promised',
  scheduleRag: 'Schedule colour',
  evidenceUrl: 'Evidence',
  waitingOn: 'Waiting on',
  completedOn: 'Completed on',
  reachedOn: 'Reached on',
  latestNote: 'Note',
  latestUpdate: 'Day of the latest update',
  startsAt: 'Start',
};

/** A property in words: `Forecast`, `Lead group`. */
export function fieldWords(property: string): string {
  const spaced = property.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return FIELD_WORDS[property] ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

/** A value of a property in words: days as people write them, people and groups by name, `nothing` where it is empty. */
export function valueWords(
  plan: Plan,
  property: string,
  value: unknown,
  precision: DuePrecision | null,
): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value))
    return value.map((one) => valueWords(plan, property, one, precision)).join(', ') || 'nothing';
  if (property === 'owner' || property === 'chair' || property === 'deputy')
    return ownerName(plan, String(value)) ?? 'somebody who is not in the plan';
  if (['waitingOn', 'group', 'groups', 'leadGroup'].includes(property))
    return groupName(plan, String(value)) ?? 'a group that is not in the plan';
  if (!isIsoDate(value)) return String(value);
  const isDue = property === 'forecastDue' || property === 'baselineDue';
  return (isDue ? dueWords(value, precision)?.words : null) ?? formatDay(value);
}
