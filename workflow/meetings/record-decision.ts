import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function recordDecision(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['recordDecision']>[0],
): ReturnType<UseCases['recordDecision']> {
  throw notBuilt();
}
