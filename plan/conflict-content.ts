import { formatMoment } from './calendar/dates.ts';
import type { ConflictContent } from './content.ts';
import { fieldWords, valueWords } from './field-words.ts';
import type { ListName } from './glossary.ts';
import { itemsOf } from './items.ts';
import type { Plan } from './plan.ts';
import type { IsoInstant, RowKey } from './rows.ts';
import { forecastPrecision } from './schedule.ts';

/** Properties of a row that somebody decided through Milepost, and somebody by an edit in SharePoint. */
export interface ConflictFound {
  readonly ref: { readonly list: ListName; readonly key: RowKey };
  /** Blank for a row that is no item. */
  readonly label: string;
  readonly title: string;
  readonly fields: readonly {
    readonly property: string;
    readonly ours: unknown;
    /** Absent: the row was deleted. */
    readonly theirs?: unknown;
    readonly kept: 'yours' | 'theirs';
  }[];
  readonly editedBy: string | null;
  readonly editedAt: IsoInstant | null;
}

/** What the person who decided here is told: field by field, both decisions and which one stands. */
export function buildConflict(plan: Plan, conflict: ConflictFound, rowUrl: string | null): ConflictContent {
  const { ref, label, title, fields, editedBy, editedAt } = conflict;
  const item = itemsOf(plan).find((one) => one.ref.list === ref.list && one.ref.key === ref.key) ?? null;
  const words = (property: string, value: unknown) => {
    const dated = item === null ? null : { ...item, forecastDue: typeof value === 'string' ? value : null };
    const precision = property === 'forecastDue' && dated !== null ? forecastPrecision(dated) : null;
    return valueWords(plan, property, value, precision);
  };
  return {
    kind: 'conflict',
    planId: plan.id,
    planName: plan.name,
    label,
    title,
    rowUrl,
    fields: fields.map(({ property, ours, kept, ...rest }) => ({
      field: fieldWords(property),
      yours: words(property, ours),
      theirs: 'theirs' in rest ? words(property, rest.theirs) : 'the row was deleted',
      kept,
    })),
    byName: editedBy,
    atWords: editedAt === null ? null : formatMoment(editedAt, plan.settings.timeZone),
  };
}
