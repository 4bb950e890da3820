import { summaryOfReport } from '../../plan/board-reports/report-card.ts';
import { reportNow } from '../../plan/board-reports/report-now.ts';
import { mayPostReport } from '../../plan/board-reports/report-rights.ts';
import { openReportOf, reportsOf } from '../../plan/board-reports/report-rows.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { BoardSummaryContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BoardReport, Group, Owner } from '../../plan/rows.ts';
import { refuse, requireChannelGroup } from '../authorise.ts';
import { nextDraftWords } from '../board-reports/next-draft-words.ts';
import { readStanding } from '../board-reports/report-standing.ts';
import { shownVersion } from '../board-reports/report-view.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { NoDraft } from '../use-cases/views.ts';
import type { Actor } from '../use-cases.ts';

/**
 * `board summary`: the draft of the board's report as it stands, for its chair to show. A board that never had a report gets
 * a summary of the data. @throws AppError `BAD_INPUT` outside a board's channel
 */
export async function boardSummary(
  deps: WorkflowDeps,
  { actor, channelId }: { actor: Actor; channelId: string },
): Promise<BoardSummaryContent | NoDraft> {
  const { plan, owner, group } = await requireChannelGroup(deps, actor, channelId);
  if (group.kind !== 'Board') {
    throw new AppError({
      code: 'BAD_INPUT',
      message: 'board summary asked for in the channel of a group that is no board',
      userMessage: 'A board summary belongs in a board’s channel. Write “board summary” there.',
    });
  }
  const now = deps.clock.now();
  const today = todayIn(now, plan.settings.timeZone);
  if (!mayPostReport(plan, owner, group, today))
    throw refuse(`Only the chair of the ${group.title} can show its report here.`);
  const draft = openReportOf(plan, group);
  if (draft !== null) return draftCard(deps, { plan, owner }, draft);
  if (reportsOf(plan, group).length === 0) return summaryOfReport(reportNow(plan, group, now), []);
  return { kind: 'no-draft', words: noDraftWords(plan, group, today) };
}

async function draftCard(
  deps: WorkflowDeps,
  { plan, owner }: { readonly plan: Plan; readonly owner: Owner },
  { key }: BoardReport,
): Promise<BoardSummaryContent> {
  const standing = await readStanding(deps.database, plan, key);
  const { data, edits, about } = await shownVersion(deps, standing, { owner, version: null });
  return {
    ...summaryOfReport(data, edits, about.correction),
    report: { key, version: null },
    draftWords:
      'This report is not posted yet, and changes with the plan until it is approved. Open it to change its words, approve it and post it.',
  };
}

function noDraftWords(plan: Plan, board: Group, today: string): string {
  const next = nextDraftWords(plan, board, today);
  return `The last report of the ${board.title} is posted, and no draft is open. ${next}`;
}
