import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function addAction(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['addAction']>[0],
): ReturnType<UseCases['addAction']> {
  throw notBuilt();
}
