import type {
  CoProductionResult,
  CoProductionView,
  ImpactInput,
  RankingChoice,
  RankingForm,
  RankingInput,
  SignOffForm,
  SignOffInput,
} from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';

/** Something submitted once, about one plan. */
interface Submission {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly submissionKey: string;
}

/** What reference groups and the people they stand for have to say. */
export interface CoProductionUseCases {
  /** Groups, rankings, sign-offs, impact checks and what people said. Anybody in the plan. */
  viewCoProduction(ask: { actor: Actor; planId: PlanId }): Promise<CoProductionView>;
  /** Reference groups the person may rank in or record for, in all their plans. */
  listRankings(ask: { actor: Actor }): Promise<readonly RankingChoice[]>;
  /** The dialog to rank in. @throws AppError `FORBIDDEN` for whoever is neither in the group nor manages the plan */
  viewRankingForm(ask: { actor: Actor; planId: PlanId; groupKey: RowKey }): Promise<RankingForm>;
  /** Takes a ranking; the person's own takes the place of the one before. */
  rank(ask: Submission & { ranking: RankingInput }): Promise<CoProductionResult>;
  /** What waits for the word of the person's groups in a plan, in all plans, or in a channel's group. */
  viewSignOffForm(ask: {
    actor: Actor;
    /** Default: every plan of theirs, the first in which something waits. */
    planId?: PlanId;
    /** The item to show first. */
    ref?: ItemRef;
    /** Only what waits for this channel's group. */
    channelId?: string;
  }): Promise<SignOffForm | null>;
  /** Records what a group decided. Members and facilitator of that group and plan managers, never the item's owner. */
  recordSignOff(ask: Submission & { signOff: SignOffInput }): Promise<CoProductionResult>;
  /** Says which reference group signs an item off; `null` for none. Plan managers. */
  askSignOff(ask: Submission & { ref: ItemRef; groupKey: RowKey | null }): Promise<CoProductionResult>;
  /** Records what an impact check came to. Whoever may answer for the item, and the group that signs it off. */
  checkImpact(ask: Submission & { impact: ImpactInput }): Promise<CoProductionResult>;
}
