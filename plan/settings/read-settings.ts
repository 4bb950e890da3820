import type { PlanSettings } from '../plan.ts';
import type { PlanSetting } from '../rows.ts';
import {
  DEFAULT_VALUES,
  SETTING_NAMES,
  SETTINGS,
  type SettingDefinition,
  type SettingName,
  type SettingValues,
  settingsOf,
} from './definitions.ts';

/** Nothing can be sent, answered and closed in less. */
const SHORTEST_DAY_MINUTES = 60;

/** What the rows of the list Plan settings come to. A value that can't be meant counts for nothing: the default does. */
export function readSettings(rows: readonly PlanSetting[], timeZone: string): PlanSettings {
  return settingsOf(valuesIn(rows), timeZone);
}

/** The same, setting by setting. */
export function valuesIn(rows: readonly PlanSetting[]): SettingValues {
  const { named } = nameRows(rows);
  const read = Object.fromEntries(
    SETTING_NAMES.map((name) => [
      name,
      readSetting(name, named.get(name)?.value ?? null) ?? DEFAULT_VALUES[name],
    ]),
  ) as unknown as SettingValues;
  if (isDayLongEnough(read)) return read;
  return { ...read, opensAt: DEFAULT_VALUES.opensAt, closesAt: DEFAULT_VALUES.closesAt };
}

/** What is typed for a setting as its value; `undefined` where it is blank or can't be meant. */
export function readSetting<Name extends SettingName>(
  name: Name,
  text: string | null,
): SettingValues[Name] | undefined {
  if (text === null || text.trim() === '') return undefined;
  return (SETTINGS[name] as SettingDefinition<SettingValues[Name]>).kind.read(text);
}

/** The row of each setting, and rows that are nobody's: the name of no setting, or of one that stands in an earlier row. */
export function nameRows(rows: readonly PlanSetting[]): {
  readonly named: ReadonlyMap<SettingName, PlanSetting>;
  readonly unknown: readonly PlanSetting[];
  readonly repeated: readonly PlanSetting[];
} {
  const named = new Map<SettingName, PlanSetting>();
  const unknown: PlanSetting[] = [];
  const repeated: PlanSetting[] = [];
  for (const row of rows.toSorted((one, other) => (one.itemId ?? Infinity) - (other.itemId ?? Infinity))) {
    const name = nameOf(row.title);
    if (name === null) unknown.push(row);
    else if (named.has(name)) repeated.push(row);
    else named.set(name, row);
  }
  return { named, unknown, repeated };
}

/** Whether there is time between opening and closing. */
export function isDayLongEnough({ opensAt, closesAt }: Pick<SettingValues, 'opensAt' | 'closesAt'>): boolean {
  return minutesOf(closesAt) - minutesOf(opensAt) >= SHORTEST_DAY_MINUTES;
}

/** Rows are told apart by the words of their title alone, however they are spaced and capitalised. */
function nameOf(title: string): SettingName | null {
  const words = wordsOf(title);
  return SETTING_NAMES.find((name) => wordsOf(SETTINGS[name].title) === words) ?? null;
}

function wordsOf(title: string): string {
  return title.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
