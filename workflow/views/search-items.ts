import { notBuilt } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Not built yet. */
export async function searchItems(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['searchItems']>[0],
): ReturnType<UseCases['searchItems']> {
  throw notBuilt();
}
