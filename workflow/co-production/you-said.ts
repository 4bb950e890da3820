import { isIsoDate, momentAt, todayIn } from '../../plan/calendar/dates.ts';
import { youSaidPaper } from '../../plan/co-production/you-said-paper.ts';
import type { Paper } from '../../plan/content.ts';
import { endOfDay } from '../../plan/counts.ts';
import { AppError } from '../../plan/errors.ts';
import type { Period } from '../../plan/period.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { safeFileName } from '../papers/file-name.ts';
import { writePdfOnDemand, writeWordOnDemand } from '../papers/on-demand.ts';
import type { YouSaidAsk } from '../use-cases/engagements.ts';
import type { ExportedFile, UseCases } from '../use-cases.ts';

/** Before anything that a plan knows. */
const BEGINNING = '2000-01-01';

const FORMATS = {
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: (paper: Paper) => writeWordOnDemand(paper),
  },
  pdf: { contentType: 'application/pdf', write: writePdfOnDemand },
} as const;

/** What people said and what came of it, as a page. */
export async function viewYouSaid(deps: WorkflowDeps, ask: YouSaidAsk): Promise<Paper> {
  return (await paperFor(deps, ask)).paper;
}

/** The same as a document to hand out. */
export async function exportYouSaid(
  deps: WorkflowDeps,
  { format, ...ask }: Parameters<UseCases['exportYouSaid']>[0],
): Promise<ExportedFile> {
  const { paper, planName } = await paperFor(deps, ask);
  const { contentType, write } = FORMATS[format];
  const name = `${safeFileName(`${planName}, you said, we did`)}.${format}`;
  return { name, contentType, bytes: await write(paper) };
}

async function paperFor(deps: WorkflowDeps, { actor, planId, from, to }: YouSaidAsk) {
  const { plan } = await requireActor(deps, actor, planId);
  const now = deps.clock.now();
  const period = periodOf({ from, to }, now, plan.settings.timeZone);
  return { paper: youSaidPaper(plan, period, now), planName: plan.name };
}

/** @throws AppError `BAD_INPUT` for what are no days, or not in their order */
function periodOf(
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  now: Temporal.Instant,
  timeZone: string,
): Period | null {
  if (from === undefined && to === undefined) return null;
  const first = from ?? BEGINNING;
  const last = to ?? todayIn(now, timeZone);
  if (isIsoDate(first) && isIsoDate(last) && first <= last)
    return { from: momentAt(first, '00:00', timeZone), to: endOfDay(last, timeZone) };
  throw new AppError({
    code: 'BAD_INPUT',
    message: 'days of “you said, we did” are malformed',
    userMessage: 'Choose two days, the first before the last, like 2022-01-10 and 2022-02-28.',
  });
}
