import { AppError } from '../../plan/errors.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Takes a file for import. */
export async function receiveImport(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['receiveImport']>[0],
): Promise<Awaited<ReturnType<UseCases['receiveImport']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'receiveImport is not built yet' });
}

/** The preview of a received file. */
export async function viewImport(
  _deps: WorkflowDeps,
  _ask: Parameters<UseCases['viewImport']>[0],
): Promise<Awaited<ReturnType<UseCases['viewImport']>>> {
  throw new AppError({ code: 'NOT_FOUND', message: 'viewImport is not built yet' });
}
