import type { PlanId } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import type { ItemChoice } from './items.ts';

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

/** A reference group in which somebody may rank, in any of their plans. */
export interface RankingChoice {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  readonly may: RankingForm['may'];
}
