import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function viewMeeting(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['viewMeeting']>[0],
): ReturnType<UseCases['viewMeeting']> {
  throw notBuilt();
}

/** Not built yet. */
export async function viewChannelMeeting(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['viewChannelMeeting']>[0],
): ReturnType<UseCases['viewChannelMeeting']> {
  throw notBuilt();
}
