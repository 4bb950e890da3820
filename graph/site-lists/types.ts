import type { RowVersion } from '../../plan/conflict.ts';
import type { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { IsoInstant } from '../../plan/rows.ts';
import type { FieldProblem, RowValues } from '../lists/values.ts';

/** The last change of a row, as SharePoint tells of it. */
export interface LastChange {
  readonly at: IsoInstant | null;
  /** Directory id and address of the person who made it; `null` where nobody did, or SharePoint does not say. */
  readonly entraObjectId: string | null;
  readonly email: string | null;
  /** Milepost made it. */
  readonly byUs: boolean;
}

/** A row as it now stands in SharePoint. */
export interface SiteRow {
  readonly itemId: number;
  /** Version of the row, for conditional writes; opaque, always in its quotes. */
  readonly etag: string | null;
  readonly values: RowValues;
  readonly problems: readonly FieldProblem[];
  readonly lastChange: LastChange;
}

/** What became of a row since it was last read. `values: null` = it was deleted. */
export type RowChange = Omit<SiteRow, 'values'> & { readonly values: RowValues | null };

/** Everything that changed in a list. Each row is there once, as it stands now. */
export interface ListChanges {
  readonly changes: readonly RowChange[];
  /** Give it back next time; opaque. */
  readonly deltaLink: string;
  /**
   * `true`: `changes` are all rows there are, and a row that isn't among them is gone. So on the first read,
   * and whenever SharePoint no longer knows what changed since `deltaLink`.
   */
  readonly fullResync: boolean;
}

/** Where the reading of a list goes on. */
export interface ReadFrom {
  /** Of the last page that was taken; `null` to read everything from the start. */
  readonly link: string | null;
  /** `link` lies within a reading of everything. Default: no. */
  readonly full?: boolean;
  /** Id of the list that was read so far: one made anew under its name is not gone on with. Default: any. */
  readonly listId?: string | null;
}

/** Some of what changed in a list, in the order it happened: what a later page says of a row counts. */
export interface ListPage {
  /** Each row once, as it stood last. */
  readonly changes: readonly RowChange[];
  /** Where to go on, at once or, after the last page, next time; opaque. */
  readonly link: string;
  readonly isLast: boolean;
  /** A reading of everything: after its last page, a row that was on none of its pages is gone. */
  readonly full: boolean;
  /** The first page of such a reading, which may begin at any time: SharePoint had forgotten what changed. */
  readonly beginsFull: boolean;
  /** Entries that were errors in place of rows; what became of those rows is not known. */
  readonly faultCount: number;
  readonly listId: string | null;
}

/**
 * How the reading of a list ended.
 * - `read`: to the last page.
 * - `replaced`: the list of that id is gone, and another stands under its name; nothing of that one was read.
 * - `failed`: pages before may have been taken.
 */
export type ReadEnd =
  | { readonly status: 'read' }
  | { readonly status: 'replaced'; readonly listId: string }
  | { readonly status: 'failed'; readonly error: AppError };

/** Of each property of a list the id of its column; `null` where the site has no column that could hold it. */
export type ColumnIds = Readonly<Record<string, string | null>>;

/** One row to write. Properties that aren't given stay as they are. */
export type WriteOperation =
  | { readonly kind: 'create'; readonly list: ListName; readonly values: RowValues }
  | {
      readonly kind: 'update';
      readonly list: ListName;
      readonly itemId: number;
      /** The version the change was made against; `null` writes over whatever stands there. */
      readonly etag: string | null;
      readonly values: RowValues;
    };

/**
 * What became of one write.
 * - `written`: it stands in SharePoint, as version `etag`.
 * - `conflict`: somebody changed the row meanwhile; nothing was written. `current` is the row as it stands;
 *   `null` when it could not be read.
 * - `duplicate`: the list has a row with the same unique value, perhaps from an earlier try of this very create;
 *   nothing was written now. `existing` is that row; `null` when it could not be read.
 * - `gone`: there is no such row any more.
 * - `throttled`: certainly not written, and not for a fault of its own: SharePoint is busy, out of reach, or doesn't
 *   let Milepost in, or the list is missing. Try again after `retryAfterMs`; `code` says why.
 * - `rejected`: certainly not written, and never will be as it is.
 * - `unknown`: perhaps written; the answer was lost. `safeToRepeat` is `false` for a create that nothing tells from
 *   a second one: read the list first.
 */
export type WriteOutcome =
  | { readonly status: 'written'; readonly itemId: number; readonly etag: string | null }
  | { readonly status: 'conflict'; readonly current: SiteRow | null }
  | { readonly status: 'duplicate'; readonly existing: SiteRow | null }
  | { readonly status: 'gone' }
  | { readonly status: 'throttled'; readonly retryAfterMs: number; readonly code: string }
  | {
      readonly status: 'rejected';
      readonly httpStatus: number;
      readonly code: string;
      readonly message: string;
    }
  | { readonly status: 'unknown'; readonly code: string; readonly safeToRepeat: boolean };

/** The lists of one plan's site. */
export interface SiteLists {
  /**
   * What changed in a list since `deltaLink`, all of it at once; everything when that is `null`.
   * @throws GraphRequestError when Graph refuses or can't be reached
   * @throws AppError `BAD_CONFIG` when the site has no such list
   */
  readChanges(list: ListName, deltaLink: string | null): Promise<ListChanges>;

  /**
   * Reads what changed in several lists, a page of each in one request, and gives each page to `take` before the next is
   * asked for. Never throws for one list's failure, nor for an `AppError` of `take`: the others are read.
   */
  readPages(
    from: ReadonlyMap<ListName, ReadFrom>,
    take: (list: ListName, page: ListPage) => Promise<void>,
  ): Promise<ReadonlyMap<ListName, ReadEnd>>;

  /**
   * Looks which columns lists have. A row that is read without a column looks just like one whose column is empty.
   * @param ask.lists these, now; default: every list, where that was not done within the hour before `now`, and those
   *   that are suspected
   * @returns the lists that were looked at now
   * @throws GraphRequestError when one of `ask.lists` can't be looked at; others are left out
   */
  checkColumns(ask: {
    readonly now: Temporal.Instant;
    readonly lists?: readonly ListName[];
  }): Promise<ReadonlyMap<ListName, ColumnIds>>;
  /** The columns of a list as they were when last looked at; none before. */
  columnIds(list: ListName): ColumnIds;
  /** Properties whose column the site did not have when it was last looked at: neither read nor written. */
  missingColumns(list: ListName): ReadonlySet<string>;
  /** Has the columns of a list looked at with the next reading, as after a write that names an unknown field. */
  suspectSchema(list: ListName): void;

  /** One row as it stands; `null` when there is none. */
  readRow(list: ListName, itemId: number): Promise<SiteRow | null>;
  /**
   * The latest versions of a row, newest first: who changed what, and when. Lookups are item ids.
   * @throws GraphRequestError when Graph refuses or can't be reached
   * @throws AppError `BAD_CONFIG` when the site has no such list
   */
  readVersions(list: ListName, itemId: number): Promise<readonly RowVersion<RowValues>[]>;

  /**
   * Writes rows, 20 to a request; answers one outcome per operation, in the order given. Not all or nothing:
   * each row is written, or not, by itself. Never throws for what Graph does.
   * @throws AppError `BAD_INPUT` before anything is written: two operations on one item, or a value that
   * doesn't fit its column
   */
  writeRows(operations: readonly WriteOperation[]): Promise<readonly WriteOutcome[]>;

  /** Page of the list, for people; `null` when the site has no such list. */
  listUrl(list: ListName): string | null;
  /** Page of one row, for people; `null` when the site has no such list. */
  rowUrl(list: ListName, itemId: number): string | null;
}
