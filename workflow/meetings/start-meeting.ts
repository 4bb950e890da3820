import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function startMeeting(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['startMeeting']>[0],
): ReturnType<UseCases['startMeeting']> {
  throw notBuilt();
}
