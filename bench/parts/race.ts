import type { Fields, Version } from './site.ts';

/** One row that a person answered about while somebody typed into it. */
export interface Race {
  readonly itemId: number;
  /** Who answered, as the sandbox names them. */
  readonly personId: string;
  readonly submissionKey: string;
  readonly note: string;
  /** The day that the answer says. */
  readonly answered: string;
  /** What was typed by hand: another day, or something that the answer does not touch. */
  readonly edited: { readonly column: 'ForecastDue' | 'Details'; readonly value: string };
}

/**
 * How a race went.
 * - `apart`: different fields.
 * - `answer saw the edit`, `edit saw the answer`: the same field, one after the other.
 * - `clash, … stands`: the same field, and neither saw the other; the later one stands.
 */
export const COURSES = [
  'apart',
  'answer saw the edit',
  'edit saw the answer',
  'clash, answer stands',
  'clash, edit stands',
] as const;
export type Course = (typeof COURSES)[number];

export interface Judged extends Race {
  readonly course: Course;
  /** What is not as it should be, in words; `null` = nothing. */
  readonly fault: string | null;
}

/**
 * Says from the row's versions and the answer's own row of history how a race went and what must stand, by its own
 * lights: whose decision is the later one, SharePoint counting whole seconds; the edit's where they are in the same.
 */
export function judgeRace(
  race: Race,
  {
    versions,
    update,
    timeZone,
  }: {
    /** Up to the end of the race, oldest first. */
    readonly versions: readonly Version[];
    readonly update: Fields | undefined;
    readonly timeZone: string;
  },
): Judged {
  const { answered, edited, note } = race;
  const dayOf = (value: unknown) =>
    value == null
      ? null
      : Temporal.Instant.from(String(value)).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const last = versions.at(-1)?.fields ?? {};
  const standing = { day: dayOf(last.ForecastDue), details: last.Details, note: last.LatestNote };
  const fault = (course: Course, day: string, details?: string) => {
    if (standing.day !== day) return `${course}: ${day} should stand, ${standing.day} does`;
    if (details !== undefined && standing.details !== details)
      return `${course}: the edit of Details is lost`;
    return standing.note === note ? null : `${course}: the answer's note is lost`;
  };
  const judged = (course: Course, day: string, details?: string): Judged => ({
    ...race,
    course,
    fault: fault(course, day, details),
  });
  if (update === undefined)
    return { ...judged('apart', answered), fault: 'the answer is not in the history' };
  if (edited.column === 'Details') return judged('apart', answered, edited.value);

  const isOf = (kind: 'user' | 'application', day: string) => (version: Version) =>
    version.lastModifiedBy[kind] !== undefined && dayOf(version.fields.ForecastDue) === day;
  const edit = versions.findIndex(isOf('user', edited.value));
  const answer = versions.findIndex(isOf('application', answered));
  if (answer !== -1 && answer < edit) return judged('edit saw the answer', edited.value);
  if (dayOf(update.PreviousForecastDue) === edited.value) return judged('answer saw the edit', answered);
  const editedAt = versions[edit]?.lastModifiedDateTime ?? '';
  return secondOf(editedAt) < secondOf(String(update.At))
    ? judged('clash, answer stands', answered)
    : judged('clash, edit stands', edited.value);
}

function secondOf(instant: string): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1_000);
}
