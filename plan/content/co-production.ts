import type { Stage } from '../glossary.ts';
import type { PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { YouSaidEntry } from './board-report.ts';
import type { CommentLine, EngagementLine } from './engagement.ts';
import type { ImpactLine } from './impact.ts';
import type { ItemChoice } from './items.ts';
import type { FormProblem } from './meeting.ts';
import type { RankingResult } from './ranking.ts';
import type { SignOffAsk, SignOffLine } from './sign-off.ts';

/** What reference groups have to say of a plan, and what came of it. Answer of `GET /api/v1/plans/{planId}/co-production`. */
export interface CoProductionView {
  readonly planId: PlanId;
  readonly planName: string;
  /** In the plan's zone; the latest day a form takes. */
  readonly today: IsoDate;
  /** Reference groups that are active, those with a ranking first, by name; then others that an item asks to sign it off. */
  readonly groups: readonly ReferenceGroupView[];
  /** The order that all groups together make, each group counting alike; without lines while nobody has ranked. */
  readonly overall: RankingResult;
  /** Complete items whose effect is checked, what is due first. */
  readonly impact: readonly ImpactLine[];
  /** Complete, and its group was asked and has not signed it off: set by hand in the list. */
  readonly unsigned: readonly SignOffAsk[];
  /** The newest first. */
  readonly engagements: readonly EngagementLine[];
  /** What reference groups said of the plan, the newest first. */
  readonly comments: readonly CommentLine[];
  /** What people said since the plan began, and what came of it, the newest first. */
  readonly youSaid: readonly YouSaidEntry[];
  /** What forms may offer. */
  readonly choices: {
    /** Open recommendations, by number: what may be ranked. */
    readonly recommendations: readonly ItemChoice[];
    /** Items that are not closed, for `asked of` and comments; each with the group that is to sign it off. */
    readonly items: readonly (ItemChoice & {
      readonly stage: Stage;
      readonly signOffBy: RowKey | null;
    })[];
    readonly themes: readonly { readonly key: RowKey; readonly title: string }[];
  };
  /** What the viewer may do besides what stands with each group. */
  readonly may: {
    /** Say which group signs an item off. Plan managers. */
    readonly askSignOff: boolean;
    /** Add to the engagement log. */
    readonly recordEngagement: boolean;
    /** Have “You said, we did” as a document. */
    readonly exportYouSaid: boolean;
  };
}

/** One reference group: who it is, what matters most to it, and what it is asked. */
export interface ReferenceGroupView {
  readonly key: RowKey;
  readonly name: string;
  /** Who leads it: its chair. `null` where nobody is named. */
  readonly facilitatorName: string | null;
  /** People of the Owners list who are in it, its facilitator among them; never who else they speak for. */
  readonly memberCount: number;
  readonly ranking: RankingResult;
  /** Done, and waiting for this group's word; what waits longest first. */
  readonly toSignOff: readonly SignOffAsk[];
  /** What it decided, the newest first. */
  readonly signedOff: readonly SignOffLine[];
  /** What the viewer ranked here before, the first choice first; `null` where they have not. */
  readonly ownRanking: readonly RowKey[] | null;
  readonly may: {
    /** Rank for themselves. Members and the facilitator. */
    readonly rank: boolean;
    /** Record a ranking for people without Teams. The facilitator and plan managers. */
    readonly rankForOthers: boolean;
    /** Record what the group decided. Members, the facilitator and plan managers; see `SignOffAsk.maySignOff` of each item. */
    readonly signOff: boolean;
    readonly comment: boolean;
  };
}

/** What came of a form. Copies of a submission are told the same. */
export interface CoProductionResult {
  /** What was done and what follows from it, in a sentence or two; blank where nothing was. */
  readonly words: string;
  /**
   * Empty when everything was taken; else nothing was. Fields are those of the input; of a ranking `choice-1` to
   * `choice-5`, `choices`, `voices`.
   */
  readonly problems: readonly FormProblem[];
  /** Identifies what is submitted next. */
  readonly submissionKey: string;
}
