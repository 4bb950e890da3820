import type { AddressControl } from '../address/use-address.ts';
import type { SettingsTools } from './settings-tools.ts';

/** What every section of the settings is given. */
export interface SectionProps {
  readonly tools: SettingsTools;
  readonly control: AddressControl;
  /** What of the section is open: the key of a row, `new`, or `null`. */
  readonly open: string | null;
}
