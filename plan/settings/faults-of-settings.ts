import type { PlanSetting, RowKey } from '../rows.ts';
import {
  DEFAULT_VALUES,
  SETTING_NAMES,
  SETTINGS,
  type SettingDefinition,
  type SettingName,
} from './definitions.ts';
import { isDayLongEnough, nameRows, readSetting } from './read-settings.ts';

/** What of the rows of the list Plan settings can't be meant, by key, in words that say what belongs there. */
export function faultsOfSettings(rows: readonly PlanSetting[]): ReadonlyMap<RowKey, readonly string[]> {
  const { named, unknown, repeated } = nameRows(rows);
  const faults = new Map<RowKey, readonly string[]>();
  const titles = SETTING_NAMES.map((name) => SETTINGS[name].title).join(', ');
  for (const { key } of unknown)
    faults.set(key, [`Title must be one of: ${titles}; until then this row counts for nothing.`]);
  for (const { key } of repeated)
    faults.set(key, ['Title stands in another row too, and that row counts; one setting, one row.']);
  for (const [name, { key, value }] of named) {
    if (isBlank(value) || readSetting(name, value) !== undefined) continue;
    const { kind } = SETTINGS[name] as SettingDefinition;
    faults.set(key, [`Value must be ${kind.mustBe}; until then ${defaultWords(name)}.`]);
  }
  const opens = named.get('opensAt');
  const closes = named.get('closesAt');
  const opensAt = readSetting('opensAt', opens?.value ?? null) ?? DEFAULT_VALUES.opensAt;
  const closesAt = readSetting('closesAt', closes?.value ?? null) ?? DEFAULT_VALUES.closesAt;
  const row = closes !== undefined && !isBlank(closes.value) ? closes : opens;
  if (row !== undefined && !isDayLongEnough({ opensAt, closesAt }))
    faults.set(row.key, [
      ...(faults.get(row.key) ?? []),
      `The closing time must be at least an hour after the opening time; until then ${DEFAULT_VALUES.opensAt} and ${DEFAULT_VALUES.closesAt} count.`,
    ]);
  return faults;
}

function defaultWords(name: SettingName): string {
  const { kind, byDefault } = SETTINGS[name] as SettingDefinition;
  return byDefault === null ? 'this row counts for nothing' : `${kind.write(byDefault)} counts`;
}

function isBlank(value: string | null): boolean {
  return value === null || value.trim() === '';
}
