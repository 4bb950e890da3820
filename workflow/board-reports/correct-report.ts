import { todayIn } from '../../plan/calendar/dates.ts';
import { AppError } from '../../plan/errors.ts';
import { openCorrection } from '../../store/board-report-versions.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases, CorrectionOpened } from '../use-cases/board-reports.ts';
import { changeReportOnce, reportMovedOn } from './change-report.ts';
import { requirePoster } from './post-report.ts';
import { readStanding } from './report-standing.ts';
import { heldText, LONGEST_CORRECTION, plainText } from './report-text.ts';

/**
 * Opens a version that corrects what was posted last: it begins with the same data and words. Until it is posted, what was
 * posted stands.
 */
export async function correctReport(
  deps: WorkflowDeps,
  ask: Parameters<BoardReportUseCases['correctReport']>[0],
): Promise<CorrectionOpened> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const standing = await readStanding(deps.database, plan, ask.reportKey);
  const today = todayIn(deps.clock.now(), plan.settings.timeZone);
  requirePoster({ standing, owner, today });
  const words = plainText(ask.words, LONGEST_CORRECTION).trim();
  if (words === '') throw nothingSaid();
  const problem = heldText(words, ask.checked ?? false, today);
  if (problem !== null) return { outcome: 'held', problem };
  const report = await changeReportOnce(deps, ask, {
    asked: { correct: words },
    async work(change) {
      requirePoster(change);
      const { open, posted } = change.standing;
      const last = posted.at(-1);
      if (open !== null || last === undefined) throw nothingToCorrect(open !== null && last !== undefined);
      const version = last.version + 1;
      await openCorrection(change.tx, change.name, { version, correction: words, by: change.owner.key });
    },
  });
  return { outcome: 'opened', report };
}

function nothingSaid(): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'a correction does not say what is different',
    userMessage:
      'Say what is different: it stands at the top of the new version, and on the card in the channel.',
  });
}

const nothingToCorrect = (isOpen: boolean): AppError =>
  reportMovedOn(
    isOpen
      ? 'A correction of this report is open already. Go on with that one.'
      : 'This report is not posted yet: change the draft itself.',
  );
