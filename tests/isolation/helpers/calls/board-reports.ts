import type { Actor, UseCases } from '../../../../workflow/use-cases.ts';
import { ROLES, type Role } from '../roles.ts';
import { planIdOf, REPORTS, REPORTS_APPROVED_AT } from '../two-plans.ts';
import type { SomeCalls, Target } from './use-case-call.ts';

/** Who writes in the draft of the board's report, and who says that it is right. */
const EDITING: readonly Role[] = ['plan manager', 'chair of the board'];
const APPROVING: readonly Role[] = [...EDITING, 'director'];
const POSTING: readonly Role[] = ['chair of the board'];

const on =
  <Answer>(
    key: keyof typeof REPORTS,
    call: (
      useCases: UseCases,
      ask: { readonly actor: Actor; readonly planId: string; readonly reportKey: string },
    ) => Promise<Answer>,
  ) =>
  (useCases: UseCases, actor: Actor, { letter }: Target) =>
    call(useCases, { actor, planId: planIdOf(letter), reportKey: REPORTS[key] });

/** Reports of boards. */
export const BOARD_REPORT_CALLS = {
  boardReports: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: (useCases, actor, { letter }) => useCases.boardReports({ actor, planId: planIdOf(letter) }),
  },
  boardReport: {
    about: 'plan',
    works: true,
    may: ROLES,
    call: on('posted', (useCases, ask) => useCases.boardReport({ ...ask, version: 1 })),
  },
  saveReportSection: {
    about: 'plan',
    works: true,
    may: EDITING,
    call: on('draft', (useCases, ask) =>
      useCases.saveReportSection({
        ...ask,
        section: 'asked',
        words: 'Agree the new centre.',
        isInternal: null,
        version: 0,
      }),
    ),
  },
  approveReport: {
    about: 'plan',
    works: true,
    may: APPROVING,
    call: on('draft', (useCases, ask) => useCases.approveReport(ask)),
  },
  reopenReport: {
    about: 'plan',
    works: true,
    may: APPROVING,
    call: on('draft', (useCases, ask) => useCases.reopenReport(ask)),
  },
  postReport: {
    about: 'plan',
    works: true,
    may: POSTING,
    call: on('approved', (useCases, ask) =>
      useCases.postReport({ ...ask, submissionKey: 'post-report-in-both', approvedAt: REPORTS_APPROVED_AT }),
    ),
  },
  correctReport: {
    about: 'plan',
    works: true,
    may: POSTING,
    call: on('posted', (useCases, ask) =>
      useCases.correctReport({
        ...ask,
        words: 'The number of places was wrong.',
        submissionKey: 'correct-report-in-both',
      }),
    ),
  },
  retryReportPart: {
    about: 'plan',
    works: true,
    may: EDITING,
    call: on('posted', (useCases, ask) => useCases.retryReportPart({ ...ask, part: 'pdf', version: 1 })),
  },
  reportPaper: {
    about: 'plan',
    // The bytes of a file: what stands in it is looked at in tests/workflow/papers.
    works: false,
    may: ROLES,
    call: on('posted', (useCases, ask) =>
      useCases.reportPaper({ ...ask, paper: 'report', format: 'pdf', version: null }),
    ),
  },
} satisfies SomeCalls;
