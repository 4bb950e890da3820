import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function moveMeeting(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['moveMeeting']>[0],
): ReturnType<UseCases['moveMeeting']> {
  throw notBuilt();
}
