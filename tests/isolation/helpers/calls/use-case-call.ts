import type { Actor, UseCases } from '../../../../workflow/use-cases.ts';
import type { Role } from '../roles.ts';
import type { Letter } from '../two-plans.ts';

/** What a call is made with. */
export interface Target {
  readonly letter: Letter;
  /** A refused write of the plan, and a received file. */
  readonly outboxId: number;
  readonly importKey: string;
  /** A message of which it is not known whether it arrived. */
  readonly noticeId: number;
}

/** One use case, asked about one plan. */
export interface UseCaseCall {
  /**
   * - `plan`: names a plan, or something of it; whoever is not in it is refused.
   * - `own`: names none; everybody gets what is theirs, and strangers are refused or get nothing.
   * - `none`: says nothing of a plan.
   */
  readonly about: 'plan' | 'own' | 'none';
  /** Whoever may get something gets something of the plan. `false`: for a fault of the test's surroundings it may fail. */
  readonly works: boolean;
  /** Who of a plan may do it in the group of the meeting; the others are refused. */
  readonly may: readonly Role[];
  call(useCases: UseCases, actor: Actor, target: Target): Promise<unknown>;
}

/** The calls of one room. */
export type SomeCalls = { readonly [K in keyof UseCases]?: UseCaseCall };

/** It is in both plans, with words of its own in each. */
export const RECOMMENDATION = { list: 'Recommendations', key: 'rec-3' } as const;
