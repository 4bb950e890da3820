import { mayEditReport } from '../../plan/board-reports/report-rights.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import { readReportEdits, saveReportEdit } from '../../store/board-report-edits.ts';
import { thawReport } from '../../store/board-report-versions.ts';
import { lockPlan, raisePlanVersion } from '../../store/plan-versions.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases, SectionSaved } from '../use-cases/board-reports.ts';
import { reportMovedOn, showReport } from './change-report.ts';
import { standingEdits } from './frozen-edits.ts';
import { readStanding } from './report-standing.ts';
import { heldText, LONGEST_SECTION, plainText } from './report-text.ts';
import { backToDraft } from './row-states.ts';

/**
 * Saves a section of what is open. The plan itself does not change by it, so nobody's page is drawn anew by somebody's
 * typing; an approval that is taken back by it does.
 */
export async function saveReportSection(
  deps: WorkflowDeps,
  ask: Parameters<BoardReportUseCases['saveReportSection']>[0],
): Promise<SectionSaved> {
  const { actor, planId, reportKey, section, isInternal, version: base, checked = false } = ask;
  const { plan, owner } = await requireActor(deps, actor, planId);
  const now = deps.clock.now();
  const name = { planId, reportKey };
  const words = ask.words === null ? null : plainText(ask.words, LONGEST_SECTION);
  const held = heldText(words, checked, todayIn(now, plan.settings.timeZone));
  const isSaved = await deps.database.transaction(async (tx) => {
    await lockPlan(tx, planId);
    const standing = await readStanding(tx, plan, reportKey);
    if (!mayEditReport(plan, owner, standing.board)) throw mayNotEdit(standing.board.title);
    if (standing.open === null)
      throw reportMovedOn(
        'This report is posted, and what was posted stays. Its chair can post a correction.',
      );
    if (held !== null) return false;
    const editedAt = now.toString();
    const edit = { section, words, isInternal, base, editedBy: owner.key, editedAt };
    if (!(await saveReportEdit(tx, name, edit))) return false;
    if (await thawReport(tx, name)) {
      await raisePlanVersion(tx, planId);
      await backToDraft(tx, standing, { by: owner, now });
    }
    return true;
  });
  if (held !== null) return { outcome: 'held', problem: held };
  if (!isSaved) {
    const edits = standingEdits(await readReportEdits(deps.database, name), plan);
    const theirs = edits.find((edit) => edit.section === section);
    if (theirs !== undefined) return { outcome: 'changed', theirs };
  }
  deps.nudge();
  return { outcome: 'saved', report: await showReport(deps, ask) };
}

const mayNotEdit = (boardName: string) =>
  refuse(`Only the chair and the author of the ${boardName} and plan managers write in its reports.`);
