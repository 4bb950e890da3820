import { easyReadPaper } from '../../plan/board-reports/easy-read.ts';
import { notePaper } from '../../plan/board-reports/public-note.ts';
import { summaryOfReport } from '../../plan/board-reports/report-card.ts';
import { reportPaper } from '../../plan/board-reports/report-paper.ts';
import type { BoardReportsView, BoardReportView, ReportEdit, ReportVersionView } from '../../plan/content.ts';
import { makeEventfulPlan } from '../plan/board-reports/helpers/eventful-plan.ts';
import { makeEdit, makeReport } from '../plan/board-reports/helpers/make-report.ts';

export const REPORTS_PATH = '/plans/alp/board-reports';
export const REPORT_KEY = 'report:board:2022-02-14';
export const REPORT_PATH = `${REPORTS_PATH}/${encodeURIComponent(REPORT_KEY)}`;

/** A section that somebody put into their own words, part of it internal. */
export const SAMPLE_EDIT = makeEdit('confidence', {
  words:
    'We are on course with most, and doubtful of three.\nInternal: the funding of the analyst is not settled.',
});

const REPORT = makeReport(makeEventfulPlan());
const POSTED = { posted: 'Fri 11 Feb 2022, 09:30', by: 'SEND Improvement Board chair' };

/** Two boards: one with a draft, a report posted and one corrected; one that lacks everything it needs. */
export function sampleReports(): BoardReportsView {
  return {
    boards: [
      {
        key: 'board',
        name: 'SEND Improvement Board',
        chairName: 'SEND Improvement Board chair',
        authorName: 'Head of SEND',
        nextMeetingWords: 'Mon 14 Feb 2022',
        draftKey: REPORT_KEY,
        draftWords:
          'The draft for Mon 14 Feb 2022 is ready: Head of SEND reads it through and SEND Improvement Board chair posts it before then.',
        problems: [],
        reports: [
          {
            key: 'report:board:2021-12-13',
            title: 'SEND Improvement Board, 13 Dec 2021',
            state: 'Posted',
            periodWords: '14 Oct to 13 Dec 2021',
            postedWords: 'Posted Fri 10 Dec 2021, 09:30',
            versions: 2,
            documentUrl: 'https://example.sharepoint.com/sites/alp/Board%20reports/report.docx',
          },
          {
            key: 'report:board:2021-10-13',
            title: 'SEND Improvement Board, 13 Oct 2021',
            state: 'Posted',
            periodWords: '14 Aug to 13 Oct 2021',
            postedWords: 'Posted Mon 11 Oct 2021, 09:30',
            versions: 1,
            documentUrl: null,
          },
        ],
      },
      {
        key: 'schools',
        name: 'Schools Forum',
        chairName: null,
        authorName: null,
        nextMeetingWords: null,
        draftKey: null,
        draftWords: 'No draft is made before a meeting is known.',
        problems: [
          'Schools Forum has no chair, so nobody can post its reports: the column Chair of its row in the list Groups is empty. A plan manager fills it in.',
          'Schools Forum has no channel, so its reports reach nobody: a plan manager chooses one under Settings, Boards.',
        ],
        reports: [],
      },
    ],
  };
}

interface Sample {
  readonly state?: BoardReportView['state'];
  readonly version?: number | null;
  readonly edits?: readonly ReportEdit[];
  readonly may?: Partial<BoardReportView['may']>;
  readonly obstacles?: readonly string[];
  readonly versions?: readonly ReportVersionView[];
  /** Default: that of the version shown. */
  readonly correction?: string | null;
}

/** The board's report of February, a draft unless said otherwise, as the chair sees it. */
export function sampleReport({
  state = 'Draft',
  version = null,
  edits = [SAMPLE_EDIT],
  may = {},
  obstacles = [],
  versions = [],
  correction = versions.find((one) => one.version === version)?.correction ?? null,
}: Sample = {}): BoardReportView {
  const { sections, ...data } = REPORT;
  const isApproved = state !== 'Draft';
  const approvedWords = isApproved
    ? 'Approved by Director for Education and Skills on Thu 10 Feb 2022, 16:00'
    : null;
  return {
    key: REPORT_KEY,
    state,
    version,
    data,
    sections: sections.map((section) => ({
      ...section,
      edit: edits.find((edit) => edit.section === section.id) ?? null,
    })),
    paper: reportPaper(REPORT, edits, { version, correction, approvedWords }),
    note: notePaper(REPORT, edits),
    easyRead: easyReadPaper(REPORT, edits),
    card: summaryOfReport(REPORT, edits, correction),
    may: {
      edit: version === null,
      approve: state === 'Draft',
      post: state === 'Approved',
      correct: false,
      ...may,
    },
    obstacles,
    nextStep: NEXT_STEPS[state],
    approvedByName: isApproved ? 'Director for Education and Skills' : null,
    approvedWords,
    approvedAt: isApproved ? '2022-02-10T16:00:00.000Z' : null,
    versions,
  };
}

const NEXT_STEPS: Readonly<Record<BoardReportView['state'], string>> = {
  Draft:
    'Read it through and change what needs other words. SEND Improvement Board chair or another approver approves it, then SEND Improvement Board chair posts it before the meeting on Mon 14 Feb 2022.',
  Approved: 'It is approved. SEND Improvement Board chair posts it before the meeting on Mon 14 Feb 2022.',
  Posted: 'It was posted and stays as it is. If something in it is wrong, the chair posts a correction.',
};

/** A posted version; the PDF of the first could not be put into the site. */
export function sampleVersion(version = 1): ReportVersionView {
  const done = (words: string, url: string | null = null) => ({
    state: 'done' as const,
    words,
    url,
    mayRetry: false,
  });
  const document = (name: string) => `https://example.sharepoint.com/sites/alp/Board%20reports/${name}`;
  return {
    version,
    postedWords: POSTED.posted,
    postedByName: POSTED.by,
    approvedByName: 'Director for Education and Skills',
    correction: version === 1 ? null : 'Recommendation 4 waits on Data, not on Finance.',
    parts: [
      { part: 'card', ...done('In the channel since Fri 11 Feb 2022, 09:30.') },
      { part: 'word', ...done('In the site’s documents.', document('report.docx')) },
      {
        part: 'pdf',
        state: 'failed',
        words:
          'The site’s documents refused it: the library is read-only. Ask your IT team to allow writing.',
        url: null,
        mayRetry: true,
      },
      { part: 'note', ...done('In the site’s documents.', document('note.docx')) },
      { part: 'easy-read', state: 'waiting', words: 'On its way.', url: null, mayRetry: false },
      { part: 'record', ...done('In the site’s documents.') },
    ],
  };
}
