import type { ReportEdit, ReportSection, ReportSectionId } from '../content.ts';

/** A section as it reads: what people wrote, else what the data say. */
export interface ReadSection extends ReportSection {
  /** Somebody said that nothing of it is for the public. */
  readonly isWithheld: boolean;
}

/** What people made of a section; `null` where nobody touched it. */
export function editOf(edits: readonly ReportEdit[], id: ReportSectionId): ReportEdit | null {
  return edits.find(({ section }) => section === id) ?? null;
}

/** A section with what people made of it. */
export function editedSection(section: ReportSection, edits: readonly ReportEdit[]): ReadSection {
  const edit = editOf(edits, section.id);
  return {
    ...section,
    words: edit?.words ?? section.words,
    isInternal: edit?.isInternal ?? section.isInternal,
    isWithheld: edit?.isInternal === true,
  };
}
