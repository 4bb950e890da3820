import type { SettingsSaved } from '../../plan/content.ts';
import { changesOf, mergeForm } from '../../plan/settings/merge-form.ts';
import { judgeOwner, NEW_OWNER, ownerForm } from '../../plan/settings/owner-form.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { putRow } from './put-row.ts';
import { rowWith, saveForm } from './save-form.ts';

/** Changes somebody's row in the Owners list, or adds somebody to the plan. */
export async function saveOwner(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['saveOwner']>[0],
): Promise<SettingsSaved> {
  const { ownerKey } = ask;
  return saveForm(deps, ask, `owner ${ownerKey}`, async ({ tx, plan, said }) => {
    const owner = ownerKey === null ? null : rowWith(plan.owners, ownerKey, 'Owners');
    const standing = owner === null ? NEW_OWNER : ownerForm(owner);
    const merged = mergeForm(standing, ask.input);
    if (merged.meanwhile !== undefined)
      return { problems: merged.meanwhile, meanwhile: merged.meanwhile.map(({ field }) => field) };
    const { problems, values } = judgeOwner(plan, merged.values, owner);
    if (problems.length > 0) return { problems };
    if (owner === null) {
      const row = { key: deps.newKey(), itemId: null, ...values };
      return { key: row.key, isChanged: await addRow(tx, plan.id, { list: 'Owners', row, said }) };
    }
    const { key } = owner;
    const changes = changesOf(judgeOwner(plan, standing, owner).values, values);
    return { key, isChanged: await putRow(tx, plan.id, { list: 'Owners', key, changes, said }) };
  });
}
