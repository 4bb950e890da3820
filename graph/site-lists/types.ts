import type { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { FieldProblem, RowValues } from '../lists/values.ts';

/** A row as it now stands in SharePoint. */
export interface SiteRow {
  readonly itemId: number;
  /** Version of the row, for conditional writes; opaque, always in its quotes. */
  readonly etag: string | null;
  readonly values: RowValues;
  readonly problems: readonly FieldProblem[];
  /** Who wrote it last, as SharePoint names them: a person's name, or that of an application. */
  readonly modifiedBy: string | null;
}

/** What became of a row since it was last read. `values: null` = it was deleted. */
export type RowChange = Omit<SiteRow, 'values'> & { readonly values: RowValues | null };

/** What changed in a list. Each row is there once, as it stands now. */
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

export type ListChangesOrFailure =
  | ({ readonly status: 'read' } & ListChanges)
  | { readonly status: 'failed'; readonly error: AppError };

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
  | {
      readonly status: 'duplicate';
      readonly existing: { readonly itemId: number; readonly etag: string | null } | null;
    }
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
   * What changed in a list since `deltaLink`; everything when that is `null`.
   * @throws GraphRequestError when Graph refuses or can't be reached
   * @throws AppError `BAD_CONFIG` when the site has no such list
   */
  readChanges(list: ListName, deltaLink: string | null): Promise<ListChanges>;

  /**
   * What changed in several lists, in as few requests as there can be. Never throws for one list's failure:
   * the others are answered. Lists that aren't asked for aren't answered.
   */
  readAllChanges(
    links: ReadonlyMap<ListName, string | null>,
  ): Promise<ReadonlyMap<ListName, ListChangesOrFailure>>;

  /** One row as it stands; `null` when there is none. */
  readRow(list: ListName, itemId: number): Promise<SiteRow | null>;

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
