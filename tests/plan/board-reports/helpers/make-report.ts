import { buildReport } from '../../../../plan/board-reports/build-report.ts';
import type { BoardReportData, ReportEdit, ReportSectionId } from '../../../../plan/content.ts';
import type { Plan } from '../../../../plan/plan.ts';
import { FEBRUARY, FIRST_MEETING, sendBoard } from './eventful-plan.ts';

/** The SEND Improvement Board's first report, a week before it meets. */
export function makeReport(plan: Plan, now = FEBRUARY): BoardReportData {
  return buildReport(
    plan,
    sendBoard(plan),
    { meetingOn: FIRST_MEETING, periodFrom: '2021-12-14', periodTo: FIRST_MEETING, previous: null },
    now,
  );
}

/** What somebody made of a section. */
export function makeEdit(section: ReportSectionId, over: Partial<ReportEdit> = {}): ReportEdit {
  return {
    section,
    words: null,
    isInternal: null,
    version: 1,
    editedByName: 'Chair of the SEND Improvement Board',
    editedWords: 'Mon 7 Feb 2022, 10:00',
    ...over,
  };
}

/** The words of a section of a report. */
export function wordsOf(report: BoardReportData, id: ReportSectionId): string {
  return report.sections.find((section) => section.id === id)?.words ?? '';
}
