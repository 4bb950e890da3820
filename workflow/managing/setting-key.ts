import type { RowKey } from '../../plan/rows.ts';
import type { SettingName } from '../../plan/settings/definitions.ts';

/** Names the row of a setting that Milepost makes: the same for every process, so that there is one. */
export function settingKey(name: SettingName): RowKey {
  return `setting-${name}`;
}
