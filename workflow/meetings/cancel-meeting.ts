import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function cancelMeeting(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['cancelMeeting']>[0],
): ReturnType<UseCases['cancelMeeting']> {
  throw notBuilt();
}
