import { join } from 'node:path';

/** One of the two pictures Teams asks for. */
export interface IconKind {
  /** Its name in `icons/` and in the package. */
  readonly file: string;
  /** Width and height in pixels. */
  readonly size: number;
  /**
   * - `full`: fills its square; Teams rounds the corners.
   * - `outline`: white lines on nothing; Teams gives them their colour.
   */
  readonly look: 'full' | 'outline';
}

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/design/design-teams-app-icon-store-appbar */
export const COLOR_ICON: IconKind = { file: 'color.png', size: 192, look: 'full' };
export const OUTLINE_ICON: IconKind = { file: 'outline.png', size: 32, look: 'outline' };

/** Where the icons lie, as SVG sources and the PNGs drawn from them. */
export const ICONS_DIR = join(import.meta.dirname, 'icons');
