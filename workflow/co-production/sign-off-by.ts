import { referenceGroup } from '../../plan/co-production/sign-off-people.ts';
import type { CoProductionResult } from '../../plan/content.ts';
import { groupName, isClosed } from '../../plan/items.ts';
import { lockItem } from '../answers/lock-item.ts';
import type { WorkflowDeps } from '../deps.ts';
import { requireManager } from '../managing/require-manager.ts';
import type { UseCases } from '../use-cases.ts';
import { changeRow } from '../write-row.ts';
import { itemIsGone } from './sign-off-record.ts';
import { submit } from './submit.ts';

/** Says which reference group signs an item off before it is complete; `null`: the chair of its group does. */
export async function askSignOff(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, ref, groupKey }: Parameters<UseCases['askSignOff']>[0],
): Promise<CoProductionResult> {
  const { plan, owner } = await requireManager(deps, actor, planId);
  return submit(deps, { plan, owner, submissionKey, asked: { ref, groupKey } }, async (tx) => {
    const locked = await lockItem(tx, plan, ref);
    if (locked === null) throw itemIsGone();
    const { item, row } = locked;
    const problem = (field: string, message: string) => ({ problems: [{ field, message }] });
    if (groupKey !== null && referenceGroup(plan, groupKey) === null)
      return problem('groupKey', 'Choose one of the reference groups.');
    if (isClosed(item.stage)) return problem('ref', 'It is closed: nobody needs to sign it off.');
    const said = { by: owner, now: deps.clock.now() };
    const { list, key } = ref;
    await changeRow(tx, planId, { list, key, standing: row, changes: { signOffBy: groupKey }, said });
    const who = groupKey === null ? 'the chair of its group signs' : `${groupName(plan, groupKey)} signs`;
    return { words: `From now on ${who} ${item.label} “${item.title}” off.` };
  });
}
