import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** How the lists of a plan stand. */
export async function viewListsState(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['viewListsState']>[0],
): Promise<Awaited<ReturnType<UseCases['viewListsState']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'viewListsState is not built yet' });
}
