import type { EngagementAnswer, SignOffDecision, Stage } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { YouSaidEntry } from './board-report.ts';
import type { FormProblem } from './meeting.ts';

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

/** An item to choose in a form. */
export interface ItemChoice {
  readonly ref: ItemRef;
  /** `3`, `A7`, `M2`. */
  readonly label: string;
  readonly title: string;
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

/** How far people agree on a recommendation: half of them within one place, within three, or further apart. */
export type RankingSpread = 'close' | 'mixed' | 'far apart';

/** What a group's rankings come to, with how far views differ. Counts are people, never names. */
export interface RankingResult {
  /** How many people ranked. */
  readonly voices: number;
  /** How many rankings those are: one may stand for several people. */
  readonly ballots: number;
  /** `Mon 14 Mar 2022`, when the last came in; `null` without any. */
  readonly lastOnWords: string | null;
  /** One or two sentences: what matters most, and where views differ. */
  readonly words: string;
  /** How the order is worked out. */
  readonly methodWords: string;
  /** Recommendations that anybody chose, the most points first. */
  readonly lines: readonly RankingLine[];
}

/** One recommendation in the order of a group. */
export interface RankingLine extends ItemChoice {
  /** From 1; the same for equal points. */
  readonly place: number;
  readonly points: number;
  /** People who put it among those that matter most. */
  readonly chosenBy: number;
  /** People who ranked, and did not choose it. */
  readonly notChosenBy: number;
  /** People who put it first. */
  readonly firstChoices: number;
  /** Of those who chose it: `2.5` between second and third. */
  readonly medianRank: number;
  readonly bestRank: number;
  readonly worstRank: number;
  /** Half of those who chose it lie between the two. */
  readonly quartiles: readonly [number, number];
  readonly spread: RankingSpread;
  /** `Chosen by 8 of 12; usually second, from first to fifth. Views are mixed.` */
  readonly spreadWords: string;
}

/** Something done that waits for a group's word. */
export interface SignOffAsk extends ItemChoice {
  readonly groupKey: RowKey;
  readonly groupName: string;
  readonly ownerName: string | null;
  /** `Mon 14 Mar 2022`, the day it was said to be done; `null` where nobody knows. */
  readonly doneOnWords: string | null;
  /** Who said so. */
  readonly saidByName: string | null;
  /** What shows it. */
  readonly note: string | null;
  readonly evidenceUrl: string | null;
  /** What the group said of it before, the newest first. */
  readonly before: readonly SignOffLine[];
  readonly maySignOff: boolean;
  /** Why the viewer may not; `null` where they may. */
  readonly whyNot: string | null;
}

/** What a group decided. */
export interface SignOffLine extends ItemChoice {
  readonly key: RowKey;
  readonly groupName: string;
  /** `null` where the row does not say. */
  readonly decision: SignOffDecision | null;
  /** What has to be met; where it was not agreed, why. */
  readonly conditions: string | null;
  /** What those said who saw it otherwise. */
  readonly dissent: string | null;
  /** How many took part; `null` where nobody says. */
  readonly voices: number | null;
  /** `Agreed with conditions; 12 took part, some saw it otherwise.` */
  readonly words: string;
  readonly onWords: string | null;
  readonly recordedByName: string | null;
}

/** When something complete is looked at again, and how that stands. */
export interface ImpactLine extends ItemChoice {
  readonly groupName: string | null;
  readonly ownerName: string | null;
  readonly completedOnWords: string;
  /** Of the check that is due, or of the next. */
  readonly dueOn: IsoDate;
  /** `Mon 14 Mar 2022`. */
  readonly dueWords: string;
  /** How long after completion: `3 months on`. */
  readonly afterWords: string;
  /** `due`: nobody has said yet. `to confirm`: somebody says that it works; another has to say so too. */
  readonly state: 'coming' | 'due' | 'to confirm';
  /** `Its impact check is due since Mon 14 Mar 2022.`; what was said, and by whom. */
  readonly words: string;
  /** The viewer may answer it now. */
  readonly mayCheck: boolean;
}

/** One entry of the engagement log. */
export interface EngagementLine {
  readonly key: RowKey;
  /** Whom the programme met. */
  readonly title: string;
  readonly on: IsoDate | null;
  readonly onWords: string | null;
  readonly purpose: string | null;
  readonly said: string | null;
  readonly outcome: string | null;
  readonly themeKey: RowKey | null;
  readonly themeTitle: string | null;
  readonly answer: EngagementAnswer | null;
  readonly voices: number | null;
  /** The viewer may say what came of it. */
  readonly mayAnswer: boolean;
}

/** What a reference group said of the plan. */
export interface CommentLine {
  readonly key: RowKey;
  readonly groupName: string;
  /** What it is about; both `null`: the plan as a whole. */
  readonly item: ItemChoice | null;
  readonly themeTitle: string | null;
  readonly words: string;
  readonly onWords: string | null;
  readonly voices: number | null;
  /** What came of it; `null` while nobody has said. */
  readonly answer: EngagementAnswer | null;
  readonly answerWords: string | null;
  /** The viewer may say what came of it. */
  readonly mayAnswer: boolean;
}

/** As many as people can weigh against each other: so many are asked for, in chat and tab, and taken. */
export const RANKING_PLACES = 5;

/** The recommendations that matter most to somebody, or to people without Teams for whom they record. */
export interface RankingInput {
  readonly groupKey: RowKey;
  /** Keys of recommendations, what matters most first; blanks are left out. At most `RANKING_PLACES`. */
  readonly choices: readonly RowKey[];
  /** How many people it stands for, as typed; blank: the person's own. */
  readonly voices: string;
}

/** What a group decided about something done, as somebody filled it in. Blank = not given. */
export interface SignOffInput {
  readonly ref: ItemRef;
  readonly groupKey: RowKey;
  readonly decision: string;
  /** Needed for `Agreed with conditions`. */
  readonly conditions: string;
  /** `YYYY-MM-DD`: by when they are to be met; makes an action of them. Blank: they are recorded only. */
  readonly conditionsDue: string;
  /** Needed for `Not agreed`: why. */
  readonly reason: string;
  /** What those said who saw it otherwise. */
  readonly dissent: string;
  /** How many took part, as typed. */
  readonly voices: string;
  /** The person looked again: nothing in it names a child. */
  readonly checked?: boolean;
}

export const IMPACT_ANSWERS = ['It works', 'Not yet', 'It no longer works'] as const;
export type ImpactAnswer = (typeof IMPACT_ANSWERS)[number];

/** What somebody says at an impact check. Blank = not given. */
export interface ImpactInput {
  readonly ref: ItemRef;
  readonly answer: string;
  /** What shows it, or why it is not so. Needed, but for a link. */
  readonly words: string;
  readonly evidenceUrl: string;
  readonly checked?: boolean;
}

/** One entry of the engagement log, as somebody filled it in. Blank = not given. */
export interface EngagementInput {
  /** Whom the programme met: a group, never a person. */
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly purpose: string;
  readonly said: string;
  readonly outcome: string;
  readonly theme: RowKey;
  readonly answer: string;
  /** How many people were there, as typed. */
  readonly voices: string;
  readonly checked?: boolean;
}

/** What a reference group says of the plan. Blank = not given. */
export interface CommentInput {
  readonly groupKey: RowKey;
  /** What it is about; `null`: a theme, or the plan as a whole. */
  readonly ref: ItemRef | null;
  readonly theme: RowKey;
  readonly words: string;
  /** How many people say so, as typed. */
  readonly voices: string;
  readonly checked?: boolean;
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

/** The dialog in which somebody ranks. */
export interface RankingForm {
  readonly kind: 'ranking-form';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  readonly recommendations: readonly ItemChoice[];
  /** What they ranked before, the first choice first; empty where they have not. */
  readonly chosen: readonly RowKey[];
  /** May rank for themselves, and for people without Teams. */
  readonly may: { readonly rank: boolean; readonly rankForOthers: boolean };
  readonly submissionKey: string;
}

/** The dialog in which somebody records what their group decided; with no item where nothing waits. */
export interface SignOffForm {
  readonly kind: 'sign-off-form';
  readonly planId: PlanId;
  readonly planName: string;
  /** What waits for a group of theirs, the one asked for first. */
  readonly asks: readonly SignOffAsk[];
  readonly submissionKey: string;
}

/** A reference group in which somebody may rank, in any of their plans. */
export interface RankingChoice {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  readonly may: RankingForm['may'];
}
