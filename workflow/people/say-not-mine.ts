import type { HandOnResult } from '../../plan/content.ts';
import { notMineNote, notMineWords } from '../../plan/personal/hand-on.ts';
import { saveHandover } from '../../store/notice-ledger.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { handOn } from './hand-on.ts';

/** Says that an item is not the person's own: its history has it, and its chair is told in their next reminder. */
export async function sayNotMine(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['sayNotMine']>[0],
): Promise<HandOnResult> {
  const { ref, words, checked } = ask;
  return handOn(deps, ask, { notMine: ref, words, checked }, async (tx, handed) => {
    const { plan, owner, item, now } = handed;
    if (item.owner !== owner.key) throw refuse('Only its owner can say that an item is not theirs.');
    const said = { by: owner.key, words: handed.words || null, at: now.toString() };
    await saveHandover(tx, { planId: plan.id, ref, kind: 'not mine', ...said });
    return { note: notMineNote(owner, handed.words), words: notMineWords(plan, item, owner) };
  });
}
