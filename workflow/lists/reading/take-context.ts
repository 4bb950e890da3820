import type { SiteLists } from '../../../graph/site-lists/types.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import type { SyncState } from '../../../store/sync-state.ts';

/** What taking a page over depends on, and changes. */
export type PageState = Pick<SyncState, 'columns' | 'isFaulty' | 'againAt' | 'doubt'>;

/** One list while it is being read into the mirror. */
export interface TakeContext {
  readonly database: Database;
  readonly planId: PlanId;
  readonly timeZone: string;
  readonly siteLists: SiteLists;
  readonly list: ListName;
  /** As it stood before this page. */
  readonly state: PageState;
  readonly now: Temporal.Instant;
}
