import type {
  CommentForm,
  CommentInput,
  CoProductionResult,
  EngagementForm,
  EngagementInput,
  Paper,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate, RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';
import type { ExportedFile } from './files.ts';

/** What people say outside check-ins, and what came of it. */
export interface EngagementUseCases {
  /**
   * The dialog for an entry of the engagement log, of each plan in which the person may add one; in a channel of its group's
   * plan. Plan managers, people of reference groups, and chairs of groups that do the work.
   */
  viewEngagementForms(ask: { actor: Actor; channelId?: string }): Promise<readonly EngagementForm[]>;
  /** The dialog for one plan; with a key, for an entry that is there. @throws AppError `FORBIDDEN`, `STALE` */
  viewEngagementForm(ask: {
    actor: Actor;
    planId: PlanId;
    engagementKey: RowKey | null;
  }): Promise<EngagementForm>;
  /**
   * Adds an entry, or changes one: plan managers, whoever recorded it, and of a comment on an item whoever may answer for
   * it. A field that somebody else changed meanwhile is told, and nothing is taken.
   */
  saveEngagement(ask: {
    actor: Actor;
    planId: PlanId;
    submissionKey: string;
    /** `null` adds one. */
    engagementKey: RowKey | null;
    /** What the form showed when it was opened. Default: what stands. */
    base?: EngagementInput | null;
    engagement: EngagementInput;
  }): Promise<CoProductionResult>;
  /** The dialogs to comment in, of each reference group the person may speak for; in a channel of its own group. */
  viewCommentForms(ask: { actor: Actor; channelId?: string }): Promise<readonly CommentForm[]>;
  /** Records what a reference group says of an item, a theme or the plan. Its people; for others its chair and plan managers. */
  comment(ask: {
    actor: Actor;
    planId: PlanId;
    submissionKey: string;
    comment: CommentInput;
  }): Promise<CoProductionResult>;
  /** “You said, we did” of some days; of all time where none are given. Anybody in the plan. */
  viewYouSaid(ask: YouSaidAsk): Promise<Paper>;
  /** The same as a document. */
  exportYouSaid(ask: YouSaidAsk & { format: 'docx' | 'pdf' }): Promise<ExportedFile>;
}

/** Both days belong to it. Default of each: as far as there is anything. */
export interface YouSaidAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}
