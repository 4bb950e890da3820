import { beforeMeetingWords } from '../../plan/board-reports/meeting-words.ts';
import type { BoardReportData } from '../../plan/content.ts';
import type { ReportState } from '../../plan/glossary.ts';
import { chairsOf } from '../../plan/people.ts';
import type { IsoDate } from '../../plan/rows.ts';
import type { ReportStanding } from './report-standing.ts';

/** What is to be done next with a report, by whom, by when. */
export function nextStepOf(
  { plan, board, open }: ReportStanding,
  { state, data }: { readonly state: ReportState; readonly data: Pick<BoardReportData, 'meetingOn'> },
  today: IsoDate,
): string {
  const chair = chairsOf(plan, board)[0]?.title ?? 'the chair';
  const by = beforeMeetingWords(data.meetingOn, today);
  if (state === 'Approved') return `It is approved. ${capital(chair)} posts it${by}.`;
  if (state === 'Draft') {
    const who =
      plan.settings.reportApproval === 'A second person'
        ? 'Somebody who did not write in it approves it'
        : `${capital(chair)} or another approver approves it`;
    return `Read it through and change what needs other words. ${who}, then ${chair} posts it${by}.`;
  }
  if (open !== null)
    return 'A correction of this report is being written. What was posted stands until it is posted.';
  return 'It was posted and stays as it is. If something in it is wrong, the chair posts a correction.';
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
