import { formatMonth, formatShortDay, isIsoDate, lastDayOfMonth } from '../calendar/dates.ts';
import { oneLine } from './document.ts';
import type { Field } from './fields.ts';
import { namesOfRefs, type Standing } from './standing.ts';

/** Longer texts are shown by how they start. */
const SHOWN = 60;

/** A value in words, as a preview shows it: `Mar 2022`, `“Agree the …”`, `nothing`. */
export function saidWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isIsoDate(value)) return value === lastDayOfMonth(value) ? formatMonth(value) : formatShortDay(value);
  const line = oneLine(String(value));
  return line.length > SHOWN ? `“${line.slice(0, SHOWN - 1)}…”` : line;
}

/** What stands in a row, in words; rows it points to by name. */
export function standingWords(field: Field | null, value: unknown, standing: Standing): string {
  return saidWords(field?.to === undefined ? value : namesOfRefs(standing, field.to, value));
}
