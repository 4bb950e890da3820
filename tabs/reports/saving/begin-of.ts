import type { ReportSectionView } from '../../../plan/content.ts';
import type { Begin } from './section-saver.ts';

/** What a section's field begins with: what stands there now. */
export function beginOf({ id, words, edit }: ReportSectionView): Begin {
  return {
    section: id,
    text: edit?.words ?? words,
    asData: words,
    isInternal: edit?.isInternal ?? null,
    version: edit?.version ?? 0,
  };
}
