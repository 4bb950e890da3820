import type { PlanId } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import type { EngagementInput, ItemChoice } from './co-production.ts';

/** The dialog for an entry of the engagement log. */
export interface EngagementForm {
  readonly planId: PlanId;
  readonly planName: string;
  /** The entry that is changed; `null` for a new one. */
  readonly engagementKey: RowKey | null;
  /** What stands in it when it is opened. */
  readonly input: EngagementInput;
  /** Reference groups of the plan, to choose whom one has met; any other words will do too. */
  readonly groupNames: readonly string[];
  readonly themes: readonly { readonly key: RowKey; readonly title: string }[];
  /** Entries whose outcome the person may still add, the newest first. */
  readonly open: readonly { readonly key: RowKey; readonly words: string }[];
  /** Identifies what is submitted through the dialog. */
  readonly submissionKey: string;
}

/** The dialog in which a reference group comments. */
export interface CommentForm {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  /** What it may be about: items that are not closed. */
  readonly items: readonly ItemChoice[];
  readonly themes: readonly { readonly key: RowKey; readonly title: string }[];
  /** Whether people without Teams can be counted: the group's chair and plan managers. */
  readonly mayRecordForOthers: boolean;
  readonly submissionKey: string;
}
