import { formatMoment } from '../../plan/calendar/dates.ts';
import type { ReportEdit } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { StoredEdit } from '../../store/board-report-edits.ts';
import type { FrozenContent } from '../../store/board-report-versions.ts';

/** What people made of the sections, for people to read. */
export function editsOf(
  edits: readonly StoredEdit[],
  nameOf: (key: RowKey) => string | null,
  timeZone: string,
): ReportEdit[] {
  return edits.map(({ section, words, isInternal, version, editedBy, editedAt }) => ({
    section,
    words,
    isInternal,
    version,
    editedByName: nameOf(editedBy),
    editedWords: formatMoment(editedAt, timeZone),
  }));
}

/** As they were frozen, with the names that people had then. */
export function frozenEdits({ edits, names }: FrozenContent, plan: Plan): ReportEdit[] {
  return editsOf(edits, (key) => names[key] ?? null, plan.settings.timeZone);
}

/** As they stand, with the names of today. */
export function standingEdits(edits: readonly StoredEdit[], plan: Plan): ReportEdit[] {
  return editsOf(edits, (key) => nameIn(plan, key), plan.settings.timeZone);
}

export function nameIn(plan: Plan, key: RowKey | null): string | null {
  return plan.owners.find((owner) => owner.key === key)?.title ?? null;
}
