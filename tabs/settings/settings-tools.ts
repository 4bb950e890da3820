import type { PlanSettingsContent } from '../../plan/content.ts';

/** What the sections of the settings work with. */
export interface SettingsTools {
  readonly content: PlanSettingsContent;
  /** Takes over what came back from saving. */
  readonly replace: (content: PlanSettingsContent) => void;
}
