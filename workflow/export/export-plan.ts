import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** The whole plan as a file. */
export async function exportPlan(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['exportPlan']>[0],
): Promise<Awaited<ReturnType<UseCases['exportPlan']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'exportPlan is not built yet' });
}
