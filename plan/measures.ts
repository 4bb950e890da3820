import { formatMonth, formatShortDay } from './calendar/dates.ts';
import type { Plan } from './plan.ts';
import type { IsoDate, Measure } from './rows.ts';

/** A measure where it stands: its last reading, else where it began. */
export interface MeasureNow {
  readonly title: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  readonly target: number | null;
  readonly targetDate: IsoDate | null;
  /** Oldest first; the baseline is not among them. */
  readonly readings: readonly { readonly on: IsoDate; readonly value: number }[];
  /** `450 by Sep 2023`; `null` without a target. */
  readonly targetWords: string | null;
  /** `78 placements on 10 Jan 2022`; `no figure yet` without any. */
  readonly valueWords: string;
}

export function measuresOf(plan: Plan): readonly MeasureNow[] {
  return plan.measures.map((measure) => {
    const read = plan.readings
      .filter((one) => one.measure === measure.key && one.value !== null)
      .toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? ''));
    const reading = read.at(-1);
    const value = reading?.value ?? measure.baseline;
    const on = reading?.on ? ` on ${formatShortDay(reading.on)}` : '';
    const unit = measure.unit ? ` ${measure.unit}` : '';
    return {
      title: measure.title,
      unit: measure.unit,
      baseline: measure.baseline,
      value,
      target: measure.target,
      targetDate: measure.targetDate,
      readings: read.flatMap(({ on: day, value: figure }) =>
        day === null || figure === null ? [] : [{ on: day, value: figure }],
      ),
      targetWords: targetWords(measure),
      valueWords: value === null ? 'no figure yet' : `${value}${unit}${on}`,
    };
  });
}

function targetWords({ target, targetDate }: Measure): string | null {
  if (target === null) return null;
  return targetDate === null ? String(target) : `${target} by ${formatMonth(targetDate)}`;
}
