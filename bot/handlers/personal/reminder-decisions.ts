import type { CoProductionResult, ImpactAnswer } from '../../../plan/content.ts';
import type { ItemRef, PlanId } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { inputOfSignOff, signOffValues } from '../../cards/sign-off-inputs.ts';
import type { ReminderFormKind } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';

/** What somebody decides of an item in its reminder. */
interface Deciding {
  readonly planId: PlanId;
  readonly ref: ItemRef;
  readonly submissionKey: string;
  readonly checked: boolean;
  readonly inputs: Readonly<Record<string, string>>;
}

/** As a reminder tells it. */
type Decided = Pick<CoProductionResult, 'problems' | 'submissionKey'> & { readonly words: readonly string[] };

/** What each press on an impact check says. */
export const IMPACT_PRESSES: Readonly<Partial<Record<ReminderFormKind, ImpactAnswer>>> = {
  'it works': 'It works',
  'works not yet': 'Not yet',
  'works no longer': 'It no longer works',
};

/** Records what a group decided, as the one that was shown. */
export const saySignOff = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, ref, submissionKey, checked, inputs, group }: Deciding & { readonly group: RowKey | null },
): Promise<Decided> => {
  const signOff = { ref, groupKey: group ?? '', ...signOffValues(inputs), checked };
  const result = await asPerson(turn, { log }, (actor) =>
    useCases.recordSignOff({ actor, planId, submissionKey, signOff }),
  );
  const problems = result.problems.map((problem) => ({ ...problem, field: inputOfSignOff(problem.field) }));
  return { ...result, words: [result.words], problems };
};

/** Records what an impact check came to. */
export const sayImpact = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, ref, submissionKey, checked, inputs, answer }: Deciding & { readonly answer: ImpactAnswer },
): Promise<Decided> => {
  const { words = '', evidenceUrl = '' } = inputs;
  const impact = { ref, answer, words, evidenceUrl, checked };
  const result = await asPerson(turn, { log }, (actor) =>
    useCases.checkImpact({ actor, planId, submissionKey, impact }),
  );
  return { ...result, words: [result.words] };
};
