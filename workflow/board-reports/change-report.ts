import { todayIn } from '../../plan/calendar/dates.ts';
import type { BoardReportView } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Owner } from '../../plan/rows.ts';
import type { ReportName } from '../../store/board-report-edits.ts';
import type { Queryable } from '../../store/database.ts';
import { loadPlan } from '../../store/load-plan.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { ReportAsk } from '../use-cases/board-reports.ts';
import type { Said } from '../write-row.ts';
import { type ReportStanding, readStanding } from './report-standing.ts';
import { reportView } from './report-view.ts';

/** A report while nobody else changes the plan. */
export interface ReportChange {
  readonly tx: Queryable;
  readonly name: ReportName;
  readonly standing: ReportStanding;
  /** Who changes it, as their row stands. */
  readonly owner: Owner;
  readonly said: NonNullable<Said>;
  readonly now: Temporal.Instant;
  readonly today: string;
}

/** Changes a report in one transaction, with the plan as it stands then, and shows it. */
export async function changeReport(
  deps: WorkflowDeps,
  ask: ReportAsk,
  work: (change: ReportChange) => Promise<unknown>,
): Promise<BoardReportView> {
  const { owner } = await requireActor(deps, ask.actor, ask.planId);
  await deps.database.transaction(async (tx) => work(await beginChange(deps, tx, { ...ask, owner })));
  deps.nudge();
  return showReport(deps, ask);
}

/** The same, once for a submission however often it arrives. */
export async function changeReportOnce(
  deps: WorkflowDeps,
  ask: ReportAsk & { readonly submissionKey: string },
  {
    asked,
    work,
  }: {
    /** What tells it from other things that are asked of a report, as plain JSON. */
    readonly asked: object;
    readonly work: (change: ReportChange) => Promise<unknown>;
  },
): Promise<BoardReportView> {
  const { planId, reportKey, submissionKey } = ask;
  const { owner } = await requireActor(deps, ask.actor, planId);
  const submitted = { planId, ownerKey: owner.key, submissionKey, asked: { reportKey, ...asked } };
  await takeOnce<null>(deps, submitted, async (tx) => {
    await work(await beginChange(deps, tx, { ...ask, owner }));
    return { answer: null, changed: true };
  });
  deps.nudge();
  return showReport(deps, ask);
}

async function beginChange(
  deps: WorkflowDeps,
  tx: Queryable,
  { planId, reportKey, owner: { key } }: ReportAsk & { readonly owner: Owner },
): Promise<ReportChange> {
  await raisePlanVersion(tx, planId);
  const plan = await loadPlan(tx, planId);
  const owner = plan?.owners.find((one) => one.key === key);
  if (plan === null || owner === undefined) throw planChanged();
  const now = deps.clock.now();
  return {
    tx,
    name: { planId, reportKey },
    standing: await readStanding(tx, plan, reportKey),
    owner,
    said: { by: owner, now },
    now,
    today: todayIn(now, plan.settings.timeZone),
  };
}

/** A report as it stands, for whoever changed it. */
export async function showReport(deps: WorkflowDeps, ask: ReportAsk): Promise<BoardReportView> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const standing = await readStanding(deps.database, plan, ask.reportKey);
  return reportView(deps, standing, { owner, version: null });
}

/** Somebody did meanwhile what makes this impossible. */
export function reportMovedOn(userMessage: string): AppError {
  return new AppError({ code: 'STALE', message: 'a board report has moved on', userMessage });
}

function planChanged(): AppError {
  return reportMovedOn('The plan has changed meanwhile. Open the report again and try once more.');
}
