/** What the title of an event says it is: no school, school, one edge of school, or nothing that helps. */
export type EventSense = 'holiday' | 'term' | 'term begins' | 'term ends' | 'edge of a holiday' | 'other';

const HOLIDAY =
  /holiday|half[ -]?term|\bbreak\b|closed|closure|\binset\b|training day|non[ -]pupil|vacation|recess|staff day/i;
const TERM = /\bterm\b|\bsemester\b|term time/i;
/** Without the word term beside them they are holidays. */
const SEASON = /\b(?:christmas|easter|whitsun|summer)\b/i;
const BEGINS = /\b(?:starts?|begins?|first day|opens?|back to school|return)\b/i;
const ENDS = /\b(?:ends?|finish(?:es)?|last day|closes|breaks? up)\b/i;

/** @param isOneDay only one day can be an edge: `Last day of term` */
export function senseOf(title: string, isOneDay: boolean): EventSense {
  const begins = BEGINS.test(title);
  const ends = ENDS.test(title);
  const isEdge = isOneDay && begins !== ends;
  if (HOLIDAY.test(title)) return isEdge ? 'edge of a holiday' : 'holiday';
  if (TERM.test(title)) return isEdge ? (begins ? 'term begins' : 'term ends') : 'term';
  return SEASON.test(title) ? 'holiday' : 'other';
}
