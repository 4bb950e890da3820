import type { SettingsSaved } from '../../plan/content.ts';
import { channelChoices } from '../../plan/settings/channel-choices.ts';
import { groupForm, judgeGroup, NEW_GROUP } from '../../plan/settings/group-form.ts';
import { changesOf, mergeForm } from '../../plan/settings/merge-form.ts';
import { readSeenChannels } from '../../store/seen-channels.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { putRow } from './put-row.ts';
import { rowWith, saveForm } from './save-form.ts';

/** Changes a group, or adds one. */
export async function saveGroup(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['saveGroup']>[0],
): Promise<SettingsSaved> {
  const { groupKey } = ask;
  return saveForm(deps, ask, `group ${groupKey}`, async ({ tx, plan, said }) => {
    const group = groupKey === null ? null : rowWith(plan.groups, groupKey, 'Groups');
    const standing = group === null ? NEW_GROUP : groupForm(group);
    const merged = mergeForm(standing, ask.input);
    if (merged.meanwhile !== undefined)
      return { problems: merged.meanwhile, meanwhile: merged.meanwhile.map(({ field }) => field) };
    const seen = await readSeenChannels(tx, { tenantId: deps.tenantId, planId: plan.id });
    const channels = channelChoices(plan, seen).map(({ value }) => value);
    const { problems, values } = judgeGroup(plan, merged.values, { group, channels });
    if (problems.length > 0) return { problems };
    if (group === null) {
      const row = { key: deps.newKey(), itemId: null, ...values };
      return { key: row.key, isChanged: await addRow(tx, plan.id, { list: 'Groups', row, said }) };
    }
    const { key } = group;
    const changes = changesOf(judgeGroup(plan, standing, { group, channels }).values, values);
    return { key, isChanged: await putRow(tx, plan.id, { list: 'Groups', key, changes, said }) };
  });
}
