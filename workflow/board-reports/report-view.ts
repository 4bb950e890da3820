import { namedInPublic } from '../../plan/board-reports/named-in-public.ts';
import { summaryOfReport } from '../../plan/board-reports/report-card.ts';
import { reportObstacles } from '../../plan/board-reports/report-obstacles.ts';
import {
  mayApproveReport,
  mayEditReport,
  mayPostReport,
  mayReadDraft,
} from '../../plan/board-reports/report-rights.ts';
import { formatMoment, todayIn } from '../../plan/calendar/dates.ts';
import type { BoardReportData, BoardReportView, ReportVersionView } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { ReportState } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Owner } from '../../plan/rows.ts';
import { readReportParts } from '../../store/board-report-parts.ts';
import type { StoredVersion } from '../../store/board-report-versions.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { frozenEdits, standingEdits } from './frozen-edits.ts';
import { nextStepOf } from './next-step.ts';
import { type PaperSource, paperOf } from './paper-of.ts';
import { viewCard } from './parts/card-notice.ts';
import { byOrder } from './parts/documents.ts';
import { viewPart } from './parts/part-words.ts';
import { readUnknownWords } from './recovery/unknown-words.ts';
import {
  type OpenVersion,
  openData,
  type PostedVersion,
  type ReportStanding,
  writersOf,
} from './report-standing.ts';

/** One version of a report, whole: what everything that is shown or handed out of it is made from. */
export interface ReportShown extends PaperSource {
  readonly state: ReportState;
  /** `null`: a draft. */
  readonly version: number | null;
  readonly stored: StoredVersion | null;
}

/**
 * The version somebody asks for. `null`: what is open where they may read it, else what was posted last.
 * @throws AppError `FORBIDDEN` for a draft that is not for them; `NOT_FOUND` for a version that was never posted
 */
export async function shownVersion(
  { database, clock }: Pick<WorkflowDeps, 'database' | 'clock'>,
  standing: ReportStanding,
  { owner, version }: { readonly owner: Owner; readonly version: number | null },
): Promise<ReportShown> {
  const { plan, board, open, posted } = standing;
  if (version !== null) {
    const found = posted.find((one) => one.version === version);
    if (found === undefined) throw neverPosted();
    return postedShown(plan, found);
  }
  if (open !== null && mayReadDraft(plan, owner, board)) {
    const data = await openData(database, standing, open, clock.now());
    return openShown(standing, open, data);
  }
  const last = posted.at(-1);
  if (last !== undefined) return postedShown(plan, last);
  if (open !== null) throw draftIsNotForThem(board.title);
  throw await readUnknownWords(database, plan.id, standing.row.key);
}

/** A version as it was posted. */
export function postedShown(plan: Plan, stored: PostedVersion): ReportShown {
  const { content, version } = stored;
  return {
    state: 'Posted',
    version,
    stored,
    data: content.data,
    edits: frozenEdits(content, plan),
    about: {
      version,
      correction: stored.correction,
      approvedWords: approvedWordsOf(stored, timeZoneOf(plan)),
    },
  };
}

function openShown({ plan, edits }: ReportStanding, open: OpenVersion, data: BoardReportData): ReportShown {
  const { stored, state } = open;
  return {
    state,
    version: null,
    stored,
    data,
    edits: stored?.content ? frozenEdits(stored.content, plan) : standingEdits(edits, plan),
    about: {
      version: null,
      correction: stored?.correction ?? null,
      approvedWords: stored === null ? null : approvedWordsOf(stored, timeZoneOf(plan)),
    },
  };
}

/** A report as its page shows it to somebody. */
export async function reportView(
  deps: Pick<WorkflowDeps, 'database' | 'clock'>,
  standing: ReportStanding,
  ask: { readonly owner: Owner; readonly version: number | null },
): Promise<BoardReportView> {
  const { plan, row, board } = standing;
  const shown = await shownVersion(deps, standing, ask);
  const { sections, ...data } = shown.data;
  const { owner } = ask;
  const writers = writersOf(standing);
  const today = todayIn(deps.clock.now(), timeZoneOf(plan));
  const may = rightsOf(standing, owner, today);
  const note = paperOf(shown, 'note');
  const easyRead = paperOf(shown, 'easy-read');
  const named = shown.state === 'Posted' ? null : namedInPublic(plan, [note, easyRead]);
  return {
    key: row.key,
    state: shown.state,
    version: shown.version,
    data,
    sections: sections.map((section) => ({
      ...section,
      edit: shown.edits.find((edit) => edit.section === section.id) ?? null,
    })),
    paper: paperOf(shown, 'report'),
    note,
    easyRead,
    card: summaryOfReport(shown.data, shown.edits, shown.about.correction),
    may,
    obstacles: reportObstacles(plan, {
      board,
      viewer: owner,
      state: shown.state,
      writers,
      data: shown.data,
      listedBoard: row.board,
    }),
    nextStep: [nextStepOf(standing, shown, today), ...(named === null ? [] : [named])].join(' '),
    approvedByName: shown.stored?.approvedName ?? null,
    approvedWords: shown.about.approvedWords,
    approvedAt: shown.stored?.approvedAt ?? null,
    versions: await versionsOf(deps, standing, { mayRetry: may.retry }),
  };
}

/** What somebody may do with a report as it stands. */
export function rightsOf(standing: ReportStanding, owner: Owner, today: string) {
  const { plan, board, open, posted } = standing;
  const mayEdit = mayEditReport(plan, owner, board);
  const mayPost = mayPostReport(plan, owner, board, today);
  return {
    edit: open !== null && mayEdit,
    approve: open?.state === 'Draft' && mayApproveReport(plan, owner, board, writersOf(standing)),
    post: open?.state === 'Approved' && mayPost,
    correct: open === null && posted.length > 0 && mayPost,
    retry: mayEdit || mayPost,
  };
}

async function versionsOf(
  { database }: Pick<WorkflowDeps, 'database'>,
  standing: ReportStanding,
  { mayRetry }: { readonly mayRetry: boolean },
): Promise<ReportVersionView[]> {
  const { plan, row, posted } = standing;
  const timeZone = timeZoneOf(plan);
  const parts = await readReportParts(database, { planId: plan.id, reportKey: row.key });
  return Promise.all(
    posted.toReversed().map(async (stored) => ({
      version: stored.version,
      postedWords: formatMoment(stored.postedAt, timeZone),
      postedByName: stored.postedName,
      approvedByName: stored.approvedName,
      correction: stored.correction,
      parts: [
        await viewCard(database, standing, { version: stored.version, mayRetry }),
        ...parts
          .filter(({ version }) => version === stored.version)
          .toSorted(byOrder)
          .map((part) => viewPart(part, { timeZone, mayRetry })),
      ],
    })),
  );
}

function approvedWordsOf({ approvedName, approvedAt }: StoredVersion, timeZone: string): string | null {
  if (approvedAt === null) return null;
  return `Approved by ${approvedName ?? 'somebody'} on ${formatMoment(approvedAt, timeZone)}`;
}

const timeZoneOf = ({ settings }: Plan): string => settings.timeZone;

function draftIsNotForThem(boardName: string): AppError {
  return refuse(
    `The draft of this report is for the chair and the author of the ${boardName}, for Directors and for plan managers. You can read it once it is posted.`,
  );
}

function neverPosted(): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'no such version of a board report was posted',
    userMessage: 'There is no such version of this report. Open the report to see those that were posted.',
  });
}
