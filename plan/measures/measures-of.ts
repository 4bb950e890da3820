import { formatMonth, formatShortDay } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, Measure, Reading, RowKey } from '../rows.ts';

/** A measure where it stands: its last reading, else where it began. */
export interface MeasureNow {
  readonly title: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  readonly target: number | null;
  readonly targetDate: IsoDate | null;
  /** Oldest first, one a day; the baseline is not among them. */
  readonly readings: readonly { readonly on: IsoDate; readonly value: number }[];
  /** `450 by Sep 2023`; `null` without a target. */
  readonly targetWords: string | null;
  /** `78 placements on 10 Jan 2022`; `no figure yet` without any. */
  readonly valueWords: string;
}

/** A row of the list Readings that says when and what. */
export type KnownReading = Reading & { readonly on: IsoDate; readonly value: number };

export function measuresOf(plan: Plan): readonly MeasureNow[] {
  return plan.measures.map((measure) => measureNow(plan, measure));
}

export function measureNow(plan: Plan, measure: Measure): MeasureNow {
  const read = readingsOf(plan, measure.key);
  const last = read.at(-1);
  const value = last?.value ?? measure.baseline;
  const on = last === undefined ? '' : ` on ${formatShortDay(last.on)}`;
  return {
    title: measure.title,
    unit: measure.unit,
    baseline: measure.baseline,
    value,
    target: measure.target,
    targetDate: measure.targetDate,
    readings: read.map(({ on: day, value: figure }) => ({ on: day, value: figure })),
    targetWords: targetWords(measure),
    valueWords: value === null ? 'no figure yet' : `${figureWords(value, measure)}${on}`,
  };
}

/** The readings of a measure, oldest first. Of several of one day the one that was entered last counts. */
export function readingsOf(plan: Plan, measure: RowKey): readonly KnownReading[] {
  const byDay = new Map<IsoDate, KnownReading>();
  const known = plan.readings.filter(isKnown).filter((reading) => reading.measure === measure);
  for (const reading of known.toSorted(byEntry)) byDay.set(reading.on, reading);
  return [...byDay.values()].toSorted((one, other) => one.on.localeCompare(other.on));
}

/** `126 placements`. */
export function figureWords(value: number, { unit }: Pick<Measure, 'unit'>): string {
  return unit ? `${value} ${unit}` : String(value);
}

function isKnown(reading: Reading): reading is KnownReading {
  return reading.on !== null && reading.value !== null;
}

/** SharePoint numbers its rows as they come; what it has no number for yet came last. */
function byEntry(one: Reading, other: Reading): number {
  return (one.itemId ?? Number.MAX_SAFE_INTEGER) - (other.itemId ?? Number.MAX_SAFE_INTEGER);
}

function targetWords({ target, targetDate }: Measure): string | null {
  if (target === null) return null;
  return targetDate === null ? String(target) : `${target} by ${formatMonth(targetDate)}`;
}
