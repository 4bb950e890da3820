import type { PlanId } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import type { FormProblem } from './meeting.ts';

/** What stands in the fields of a form: text, or which of several are ticked. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One thing a plan may set for itself, as its form shows it. */
export interface SettingField {
  readonly name: string;
  readonly title: string;
  /** What it does. */
  readonly meaning: string;
  /** What it may be, to follow `must be`. */
  readonly mustBe: string;
  /** What stands in its row, else what counts without one. */
  readonly value: string;
  readonly byDefault: string;
  /** Empty where anything that fits may be typed. */
  readonly choices: readonly string[];
  /** Why what stands in its row can't be meant; `null` where it can. */
  readonly fault: string | null;
}

/** A group or a person, as its form shows it. */
export interface SettingsRow {
  readonly key: RowKey;
  readonly name: string;
  /** In a few words what is set: `Every 2 weeks on Mondays, 10:00`, `Chair; Data`. */
  readonly words: string;
  readonly values: FormValues;
  /** Its page in SharePoint; `null` until it is there. */
  readonly rowUrl: string | null;
}

/** Something to choose. */
export interface FormChoice {
  readonly value: string;
  readonly words: string;
}

/** Everything a plan manager may set, as it stands. Answer of `GET /api/v1/plans/{planId}/settings`. */
export interface PlanSettingsContent {
  readonly planId: PlanId;
  readonly planName: string;
  readonly settings: readonly SettingField[];
  /** All kinds, by name. */
  readonly groups: readonly (SettingsRow & { readonly isBoard: boolean })[];
  readonly owners: readonly SettingsRow[];
  /** Channels in which the app has been seen and that are no other plan’s, and those that groups have. */
  readonly channels: readonly FormChoice[];
}

/** What somebody typed into a form of the settings. */
export interface PlanSettingsInput {
  /** The fields that they changed; of something new, all. */
  readonly values: FormValues;
  /** What stood in those fields when they began; `null` for something new. */
  readonly base: FormValues | null;
}

/** What came of a form of the settings. */
export interface SettingsSaved {
  /** What was done: `Saved. It is on its way to SharePoint.` Blank where nothing was. */
  readonly words: string;
  /** The row it is about; `null` where there is none. */
  readonly key: RowKey | null;
  /** Empty when everything was taken; else nothing was. */
  readonly problems: readonly FormProblem[];
  /** Fields that somebody else changed meanwhile; what stands there now is in `settings`. */
  readonly meanwhile: readonly string[];
  readonly settings: PlanSettingsContent;
}
