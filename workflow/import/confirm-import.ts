import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Begins to write what a preview showed. */
export async function confirmImport(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['confirmImport']>[0],
): Promise<Awaited<ReturnType<UseCases['confirmImport']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'confirmImport is not built yet' });
}

/** Forgets a received file. */
export async function cancelImport(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['cancelImport']>[0],
): Promise<Awaited<ReturnType<UseCases['cancelImport']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'cancelImport is not built yet' });
}
