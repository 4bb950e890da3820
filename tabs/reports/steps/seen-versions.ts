import type { ReportSectionId } from '../../../plan/content.ts';
import type { Report } from '../../api/report-schemas.ts';
import type { DraftedSections } from '../saving/section-savers.ts';

/** Which version of each section stands before somebody: as the page shows it, or as they saved it themselves since. */
export function seenVersions(
  { sections }: Pick<Report, 'sections'>,
  drafted: DraftedSections,
): Partial<Record<ReportSectionId, number>> {
  return Object.fromEntries(
    sections.map(({ id, edit }) => [id, Math.max(edit?.version ?? 0, drafted.get(id)?.version ?? 0)]),
  );
}
