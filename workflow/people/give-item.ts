import type { HandOnResult } from '../../plan/content.ts';
import { mayManageMeetings } from '../../plan/people.ts';
import { givenNote, givenWords, receiverOf } from '../../plan/personal/hand-on.ts';
import { saveHandover, settleNotMine } from '../../store/notice-ledger.ts';
import { readUnreachableOwners } from '../../store/unreachable-people.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { handOn } from './hand-on.ts';

/** Gives an item to somebody else of the plan: they own it from now on, and read of it in their next reminder, where they can. */
export async function giveItem(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['giveItem']>[0],
): Promise<HandOnResult> {
  const { ref, to, words, checked } = ask;
  return handOn(deps, ask, { give: ref, to, words, checked }, async (tx, handed) => {
    const { plan, owner, item, now } = handed;
    if (!mayManageMeetings(plan, owner, item.group))
      throw refuse('Only the chair of its group and plan managers can give an item to somebody else.');
    if (ref.list === 'Milestones') return { problems: [OF_ITS_RECOMMENDATION] };
    const { receiver, problem } = receiverOf(plan, item, to);
    if (problem !== undefined) return { problems: [problem] };
    await settleNotMine(tx, plan.id, { ref, at: now.toString() });
    const given = { note: givenNote(plan, item, receiver, handed.words), newOwner: receiver.key };
    const what = `${item.label} “${item.title}”`;
    if (receiver.key === owner.key) return { ...given, words: `${what} is yours now.` };
    const said = { by: owner.key, words: handed.words || null, at: now.toString() };
    await saveHandover(tx, { planId: plan.id, ref, kind: 'given', ...said });
    const unreachable = await readUnreachableOwners(tx, { planId: plan.id, tenantId: deps.tenantId });
    const refused = new Set(unreachable.map(({ ownerKey }) => ownerKey));
    const told = givenWords(plan, receiver, { refused, today: handed.today });
    return { ...given, words: `${what} is ${receiver.title}’s now. ${told}` };
  });
}

const OF_ITS_RECOMMENDATION = {
  field: 'to',
  message: 'A milestone belongs to whoever owns its recommendation. Give that one instead.',
} as const;
