import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function recordAttendance(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['recordAttendance']>[0],
): ReturnType<UseCases['recordAttendance']> {
  throw notBuilt();
}
