import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function closeCheckIn(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['closeCheckIn']>[0],
): ReturnType<UseCases['closeCheckIn']> {
  throw notBuilt();
}
