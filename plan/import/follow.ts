import { DEFAULT_SETTINGS } from '../plan.ts';
import { type DatedItem, scheduleRag } from '../schedule.ts';
import type { DecidedValue, DecidedValues } from './decision.ts';
import type { ImportList } from './imported.ts';
import { shortTitle } from './short-title.ts';
import type { StandingRow } from './standing.ts';
import { tidyText } from './text.ts';

const DATED: readonly ImportList[] = ['Recommendations', 'Actions', 'Milestones'];
const COLOURED: readonly ImportList[] = ['Recommendations', 'Actions'];

/** Before any day: an import says how far a forecast has moved, and whether that day has passed is seen later. */
const NEVER_OVERDUE = '0001-01-01';

/** What follows for a new row from what is said of it. */
export function fillMade(list: ImportList, values: DecidedValues): DecidedValues {
  if (list === 'Groups') return { active: true, ...values };
  if (!DATED.includes(list)) return values;
  const { fullText, title } = values;
  const due = values.baselineDue ?? values.forecastDue;
  const dated: Record<string, DecidedValue> = {
    stage: 'Not started',
    ...(due === undefined
      ? {}
      : {
          baselineDue: due,
          forecastDue: values.forecastDue ?? due,
          duePrecision: values.duePrecision ?? 'Day',
        }),
    ...(list === 'Recommendations' && typeof fullText === 'string' ? { title: shortTitle(fullText) } : {}),
    ...(list === 'Recommendations' && typeof title === 'string' ? { fullText: title } : {}),
    ...values,
  };
  const colour = COLOURED.includes(list) ? colourOf(dated) : null;
  return colour === null ? dated : { ...dated, scheduleRag: colour };
}

/** What follows for a row that stands from what changes of it: a title made from its text, the colour of its dates. */
export function followChanges(list: ImportList, row: StandingRow, changes: DecidedValues): DecidedValues {
  const after: Record<string, DecidedValue> = { ...changes };
  const { fullText, title } = row.values;
  const isDerived = typeof fullText === 'string' && title === shortTitle(tidyText(fullText));
  if (typeof changes.fullText === 'string' && changes.title === undefined && isDerived)
    after.title = shortTitle(changes.fullText);
  const moves = ['stage', 'baselineDue', 'forecastDue', 'duePrecision'].some(
    (property) => property in changes,
  );
  const colour = moves && COLOURED.includes(list) ? colourOf({ ...row.values, ...changes }) : null;
  if (colour !== null && colour !== row.values.scheduleRag) after.scheduleRag = colour;
  return after;
}

function colourOf(values: Readonly<Record<string, unknown>>): string | null {
  const { stage = null, baselineDue = null, forecastDue = null, duePrecision = null } = values;
  const item = { stage, baselineDue, forecastDue, duePrecision } as DatedItem;
  return scheduleRag(item, DEFAULT_SETTINGS, NEVER_OVERDUE);
}
