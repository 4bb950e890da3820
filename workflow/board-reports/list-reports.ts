import { boardsOf, meetingOfReport, nextBoardMeeting } from '../../plan/board-reports/board-calendar.ts';
import { openDraftWords } from '../../plan/board-reports/meeting-words.ts';
import { boardProblems } from '../../plan/board-reports/report-obstacles.ts';
import { mayReadDraft } from '../../plan/board-reports/report-rights.ts';
import { openReportOf, reportsOf } from '../../plan/board-reports/report-rows.ts';
import { formatDay, formatMoment, formatPeriod, todayIn } from '../../plan/calendar/dates.ts';
import type { BoardReportsView } from '../../plan/content.ts';
import { chairsOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BoardReport, Group, Owner } from '../../plan/rows.ts';
import { countReportVersions, type VersionCount } from '../../store/board-report-versions.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';
import { nameIn } from './frozen-edits.ts';
import { nextDraftWords } from './next-draft-words.ts';
import { stateOf } from './settle-states.ts';

type BoardView = BoardReportsView['boards'][number];

/** The boards of a plan with their reports. */
export async function boardReports(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<BoardReportUseCases['boardReports']>[0],
): Promise<BoardReportsView> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const counts = new Map(
    (await countReportVersions(deps.database, planId)).map((one) => [one.reportKey, one]),
  );
  const today = todayIn(deps.clock.now(), plan.settings.timeZone);
  return { boards: boardsOf(plan).map((board) => boardView({ plan, owner, counts, today }, board)) };
}

interface About {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly counts: ReadonlyMap<string, VersionCount>;
  readonly today: string;
}

function boardView(about: About, board: Group): BoardView {
  const { plan, owner, counts, today } = about;
  const meeting = nextBoardMeeting(plan, board, today);
  const mayRead = mayReadDraft(plan, owner, board);
  const reports = reportsOf(plan, board).map((row) => reportEntry(plan, row, counts.get(row.key)));
  const draft = openReportOf(plan, board);
  return {
    key: board.key,
    name: board.title,
    chairName: chairsOf(plan, board)[0]?.title ?? null,
    authorName: nameIn(plan, board.author ?? null),
    nextMeetingWords: meeting === null ? null : formatDay(meeting.on),
    draftKey: mayRead ? (draft?.key ?? null) : null,
    draftWords: draftWordsOf(about, board, mayRead),
    problems: boardProblems(plan, board, today),
    reports: reports.filter(({ state }) => state === 'Posted' || mayRead),
  };
}

function reportEntry(
  plan: Plan,
  row: BoardReport,
  count: VersionCount | undefined,
): BoardView['reports'][number] {
  const postedAt = count?.postedAt ?? row.postedOn;
  const state = stateOf(row, count);
  return {
    key: row.key,
    title: row.title,
    state,
    periodWords:
      row.periodFrom === null || row.periodTo === null ? '' : formatPeriod(row.periodFrom, row.periodTo),
    postedWords:
      state === 'Posted' && postedAt !== null ? formatMoment(postedAt, plan.settings.timeZone) : null,
    versions: count?.posted ?? 0,
    documentUrl: row.document,
  };
}

/** Where the draft stands, or from when there will be one. */
function draftWordsOf({ plan, today }: About, board: Group, mayRead: boolean): string {
  const draft = openReportOf(plan, board);
  if (draft === null) return nextDraftWords(plan, board, today);
  if (!mayRead) return 'A draft is being written; it can be read here once it is posted.';
  return openDraftWords(meetingOfReport(plan, board, draft)?.on ?? null, today);
}
