import { ENTRY_KEY } from '../../graph/lists/define-list.ts';
import type { SiteLists } from '../../graph/site-lists/types.ts';
import type { PlanSetting } from '../../plan/rows.ts';
import { explanationOf, SETTING_NAMES, SETTINGS } from '../../plan/settings/definitions.ts';
import { nameRows } from '../../plan/settings/read-settings.ts';
import { settingsForm } from '../../plan/settings/settings-form.ts';
import { settingKey } from './setting-key.ts';

/** What became of the rows that a site's list Plan settings lacked. */
export interface AddedRows {
  readonly made: number;
  readonly failed: number;
}

/**
 * Gives every setting its row in a site's list, with what counts by default, so that people find there what they may
 * change. Rows that are there stay as they are.
 * @throws GraphRequestError when the list can't be read
 */
export async function addSettingRows(siteLists: SiteLists): Promise<AddedRows> {
  const list = 'Plan settings';
  const { changes } = await siteLists.readChanges(list, null);
  const rows = changes.flatMap(({ itemId, values }): PlanSetting[] =>
    values === null
      ? []
      : [{ key: String(itemId), itemId, title: String(values.title ?? ''), value: null, meaning: null }],
  );
  const { named } = nameRows(rows);
  const byDefault = settingsForm([]);
  const missing = SETTING_NAMES.filter((name) => !named.has(name));
  const outcomes = await siteLists.writeRows(
    missing.map((name) => ({
      kind: 'create',
      list,
      values: {
        title: SETTINGS[name].title,
        value: byDefault[name] || null,
        meaning: explanationOf(name),
        [ENTRY_KEY]: settingKey(name),
      },
    })),
  );
  const made = outcomes.filter(({ status }) => status === 'written').length;
  const failed = outcomes.filter(({ status }) => status !== 'written' && status !== 'duplicate').length;
  return { made, failed };
}
