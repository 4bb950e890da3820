import { ENTRY_KEY } from '../../graph/lists/define-list.ts';
import type { RowValues } from '../../graph/lists/values.ts';
import type { SiteLists, SiteRow, WriteOperation } from '../../graph/site-lists/types.ts';
import type { CalendarFile } from '../../plan/calendar-import/calendar-file.ts';
import type { ClosureValues, DecidedClosure } from '../../plan/calendar-import/decide-closures.ts';
import { decisionWords, isChange } from '../../plan/calendar-import/preview-words.ts';
import type { CalendarPreviewContent } from '../../plan/content.ts';
import type { ListName, NewClosureKind } from '../../plan/glossary.ts';
import type { Closure, Group } from '../../plan/rows.ts';
import { notAllWritten } from '../import/import-rows.ts';
import { failureOf } from '../import/write-decision.ts';
import { decideTerms } from './preview-calendar.ts';

/** What importing a calendar did, or would do. */
export type CalendarReport = Pick<
  CalendarPreviewContent,
  'readingWords' | 'countsWords' | 'added' | 'changed' | 'unchanged' | 'doubts'
>;

/**
 * Imports a calendar into the Closures list of a site, without a database: what it comes to is decided as in chat, by the
 * list as SharePoint has it.
 * @param apply `false`: only says what it would do
 * @throws AppError `GRAPH` when a row was refused; what was written stays, and importing again goes on from there
 */
export async function importCalendarInto(
  siteLists: SiteLists,
  calendar: CalendarFile,
  {
    kind,
    timeZone,
    now,
    apply,
  }: {
    /** What the days are where the file does not say. */
    readonly kind: NewClosureKind;
    readonly timeZone: string;
    readonly now: Temporal.Instant;
    readonly apply: boolean;
  },
): Promise<CalendarReport> {
  const groups = (await rowsOf(siteLists, 'Groups')).map(({ itemId, values }) => ({
    ...(values as unknown as Group),
    key: String(itemId),
  }));
  const standing = new Map(
    (await rowsOf(siteLists, 'Closures')).map((row) => [closureOf(row), row] as const),
  );
  const closureRows = [...standing.keys()];
  const { reading, decision } = decideTerms(
    calendar,
    { closureRows, groups, deleted: [] },
    {
      kind,
      timeZone,
      now,
    },
  );
  if (apply) await write(siteLists, decision.closures, standing);
  return {
    readingWords: reading.words,
    ...decisionWords({ groups }, decision),
    doubts: [...reading.doubts, ...decision.doubts],
  };
}

type StandingRow = Omit<SiteRow, 'values'> & { readonly values: RowValues };

async function rowsOf(siteLists: SiteLists, list: ListName): Promise<StandingRow[]> {
  const { changes } = await siteLists.readChanges(list, null);
  return changes.flatMap((row) => (row.values === null ? [] : [{ ...row, values: row.values }]));
}

/** Named as Milepost named it when it made the row; groups are named by their item ids. */
function closureOf({ itemId, values }: StandingRow): Closure {
  const key = values[ENTRY_KEY];
  const groups = Array.isArray(values.groups) ? values.groups.map(String) : [];
  return {
    ...(values as unknown as Closure),
    itemId,
    groups,
    key: typeof key === 'string' && key !== '' ? key : String(itemId),
  };
}

async function write(
  siteLists: SiteLists,
  decided: readonly DecidedClosure[],
  standing: ReadonlyMap<Closure, StandingRow>,
): Promise<void> {
  const due = decided.flatMap((one) => {
    const operation = operationOf(one, one.known === null ? null : (standing.get(one.known) ?? null));
    return operation === null ? [] : [{ operation, label: one.values.title }];
  });
  const outcomes = await siteLists.writeRows(due.map(({ operation }) => operation));
  const failures = due.flatMap(({ label }, at) => {
    const why = failureOf(outcomes[at] ?? null);
    return why === null ? [] : [`${label} (Closures) ${why}`];
  });
  if (failures.length > 0) throw notAllWritten(failures);
}

function operationOf(decided: DecidedClosure, row: StandingRow | null): WriteOperation | null {
  const { key, values, changes } = decided;
  if (row === null)
    return { kind: 'create', list: 'Closures', values: { ...siteValues(values), [ENTRY_KEY]: key } };
  if (!isChange(decided)) return null;
  const { itemId, etag } = row;
  return { kind: 'update', list: 'Closures', itemId, etag, values: siteValues(changes) };
}

function siteValues({ groups, ...values }: Partial<ClosureValues>): RowValues {
  return groups === undefined ? values : { ...values, groups: groups.map(Number) };
}
