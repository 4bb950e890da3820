import type { SettingsSaved } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import { explanationOf, SETTING_NAMES, SETTINGS, type SettingName } from '../../plan/settings/definitions.ts';
import { mergeForm } from '../../plan/settings/merge-form.ts';
import { nameRows } from '../../plan/settings/read-settings.ts';
import { judgeSettings, settingsForm } from '../../plan/settings/settings-form.ts';
import { readDeletedKeys } from '../../store/mirror.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { putRow } from './put-row.ts';
import { type FormContext, saveForm } from './save-form.ts';
import { settingKey } from './setting-key.ts';

/** Takes what a plan sets for itself; a setting without a row gets one. */
export async function savePlanSettings(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['savePlanSettings']>[0],
): Promise<SettingsSaved> {
  return saveForm(deps, ask, 'plan settings', async (context) => {
    const { plan } = context;
    const standing = settingsForm(plan.settingRows);
    const merged = mergeForm(standing, ask.input);
    if (merged.meanwhile !== undefined)
      return { problems: merged.meanwhile, meanwhile: merged.meanwhile.map(({ field }) => field) };
    const touched = SETTING_NAMES.filter((name) => merged.values[name] !== standing[name]);
    const { problems, texts } = judgeSettings(merged.values, touched);
    if (problems.length > 0) return { problems };
    let isChanged = false;
    for (const name of touched)
      isChanged = (await putSetting(deps, context, name, texts[name] ?? null)) || isChanged;
    return { key: null, isChanged };
  });
}

async function putSetting(
  { newKey }: Pick<WorkflowDeps, 'newKey'>,
  { tx, plan, said }: FormContext,
  name: SettingName,
  value: string | null,
): Promise<boolean> {
  const row = rowOf(plan, name);
  if (row !== undefined)
    return putRow(tx, plan.id, { list: 'Plan settings', key: row.key, changes: { value }, said });
  const deleted = await readDeletedKeys(tx, plan.id, 'Plan settings');
  const key = deleted.includes(settingKey(name)) ? newKey() : settingKey(name);
  const added = { key, itemId: null, title: SETTINGS[name].title, value, meaning: explanationOf(name) };
  return addRow(tx, plan.id, { list: 'Plan settings', row: added, said });
}

function rowOf({ settingRows }: Plan, name: SettingName) {
  return nameRows(settingRows).named.get(name);
}
