import type { FormProblem, SettingField } from '../content.ts';
import type { PlanSetting } from '../rows.ts';
import {
  DEFAULT_VALUES,
  SETTING_NAMES,
  SETTINGS,
  type SettingDefinition,
  type SettingName,
} from './definitions.ts';
import { faultsOfSettings } from './faults-of-settings.ts';
import { isDayLongEnough, nameRows, readSetting } from './read-settings.ts';

/** What stands in the form of what a plan sets for itself. */
export type SettingsForm = Readonly<Record<SettingName, string>>;

/** What the rows of settings are to say; `null` for one that is to count as by default. */
export type SettingTexts = Readonly<Partial<Record<SettingName, string | null>>>;

/** What is typed in the rows, else what counts without. */
export function settingsForm(rows: readonly PlanSetting[]): SettingsForm {
  const { named } = nameRows(rows);
  const entries = SETTING_NAMES.map((name) => [name, named.get(name)?.value?.trim() || defaultText(name)]);
  return Object.fromEntries(entries) as SettingsForm;
}

/** The fields of that form, with what each is for. */
export function settingFields(rows: readonly PlanSetting[]): readonly SettingField[] {
  const { named } = nameRows(rows);
  const faults = faultsOfSettings(rows);
  const form = settingsForm(rows);
  return SETTING_NAMES.map((name) => {
    const { title, meaning, kind } = SETTINGS[name];
    const found = faults.get(named.get(name)?.key ?? '') ?? [];
    return {
      name,
      title,
      meaning,
      mustBe: kind.mustBe,
      value: form[name],
      byDefault: defaultText(name),
      choices: kind.choices ?? [],
      fault: found.length === 0 ? null : found.join(' '),
    };
  });
}

/**
 * Judges the form: what each setting’s row is to say, as Milepost writes it.
 * @param touched the fields that somebody typed into; what stands in the others is no fault of theirs
 */
export function judgeSettings(
  form: SettingsForm,
  touched: readonly SettingName[],
): { readonly problems: readonly FormProblem<SettingName>[]; readonly texts: SettingTexts } {
  const problems: FormProblem<SettingName>[] = [];
  const texts: Partial<Record<SettingName, string | null>> = {};
  for (const name of touched) {
    const { kind } = SETTINGS[name] as SettingDefinition;
    const value = readSetting(name, form[name]);
    if (form[name].trim() !== '' && value === undefined)
      problems.push({ field: name, message: `This must be ${kind.mustBe}.` });
    texts[name] = value === undefined ? null : kind.write(value);
  }
  const opensAt = readSetting('opensAt', form.opensAt) ?? DEFAULT_VALUES.opensAt;
  const closesAt = readSetting('closesAt', form.closesAt) ?? DEFAULT_VALUES.closesAt;
  const late = touched.find((name) => name === 'closesAt') ?? touched.find((name) => name === 'opensAt');
  if (late !== undefined && problems.length === 0 && !isDayLongEnough({ opensAt, closesAt }))
    problems.push({
      field: late,
      message: `The closing time must be at least an hour after the opening time; this would be ${opensAt} to ${closesAt}.`,
    });
  return { problems, texts };
}

function defaultText(name: SettingName): string {
  const { kind, byDefault } = SETTINGS[name] as SettingDefinition;
  return kind.write(byDefault);
}
